// product_from_iterable: all ways to take one element of each of any number of ranges. Python:
// itertools.product(*iterables).
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/inner_cursors.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Ranges>
class product_from_iterable_cursor {
  using range = typename inner_cursors<Ranges>::range;
  using elements = std::vector<container_element_t<range_value_t<range>>>;

 public:
  using element_type = const elements&;

  explicit product_from_iterable_cursor(all_t<Ranges> ranges) : ranges_(std::move(ranges)) {}
  DEEPYIELD_INLINED product_from_iterable_cursor(product_from_iterable_cursor&&) = default;
  DEEPYIELD_INLINED ~product_from_iterable_cursor() = default;

  const elements* next() { return (ranges_.is_open() ? turn() : fill()) ? &chosen_ : nullptr; }
  bool executing() { return ranges_.executing(); }

 private:
  // Reads all ranges. Returns whether each has an element.
  bool fill() {
    ranges_.open();
    place_.assign(ranges_.size(), 0);
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      pools_.emplace_back();
      while (ranges_[i].advance()) pools_.back().push_back(move_or_copy<range>(*ranges_[i]));
    }
    for (const elements& pool : pools_) {
      if (pool.empty()) return false;
      chosen_.push_back(pool[0]);
    }
    return true;
  }

  // Goes to the next element of the last range. Where there is none, starts it again and goes to
  // the next of the range before it, and so on. Returns false after the last of the first range.
  bool turn() {
    std::size_t i = pools_.size();
    for (; i > 0 && ++place_[i - 1] == pools_[i - 1].size(); --i) {
      place_[i - 1] = 0;
      chosen_[i - 1] = pools_[i - 1][0];
    }
    if (i == 0) return false;
    chosen_[i - 1] = pools_[i - 1][place_[i - 1]];
    return true;
  }

  inner_cursors<Ranges> ranges_;
  std::vector<elements> pools_;
  std::vector<std::size_t> place_;
  elements chosen_;
};

}  // namespace detail

namespace itertools {

/// Vectors of one element of each range in a range; the last range changes fastest. All ranges are
/// read before the first vector. All are given in the same vector: copy it to keep it. Of no
/// ranges, one empty vector.
///
///   // 1a, 1b, 2a, 2b
///   std::vector<std::string> columns{"12", "ab"};
///   for (auto& row : itertools::product_from_iterable(columns)) std::cout << row[0] << row[1];
constexpr detail::range_first<
    detail::adapt<detail::product_from_iterable_cursor, detail::inner_range_check>>
    product_from_iterable{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
