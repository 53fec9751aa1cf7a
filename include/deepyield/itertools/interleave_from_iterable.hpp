// interleave_from_iterable: one element of each of any number of ranges in turn, until the shortest
// ends. Python: more_itertools.interleave(*iterables).
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/inner_cursors.hpp>

#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Ranges>
class interleave_from_iterable_cursor {
 public:
  using base_range = typename inner_cursors<Ranges>::range;
  using element_type = range_reference_t<base_range>;

  explicit interleave_from_iterable_cursor(all_t<Ranges> ranges) : ranges_(std::move(ranges)) {}
  DEEPYIELD_INLINED interleave_from_iterable_cursor(interleave_from_iterable_cursor&&) = default;
  DEEPYIELD_INLINED ~interleave_from_iterable_cursor() = default;

  std::remove_reference_t<element_type>* next() {
    ranges_.open();
    if (turn_ == ranges_.size() || turn_ == 0) {
      turn_ = 0;
      if (ranges_.size() == 0) return nullptr;
      for (std::size_t i = 0; i < ranges_.size(); ++i)
        if (!ranges_[i].next()) return nullptr;
    }
    return ranges_[turn_++].current();
  }
  bool executing() { return ranges_.executing(); }

 private:
  inner_cursors<Ranges> ranges_;
  std::size_t turn_ = 0;  // the index of the range whose element is next; 0 to begin with
};

}  // namespace detail

namespace itertools {

/// The first element of each range in a range, then the second of each, and so on, for as long as
/// all of them have one. All are open at once: a single-pass range of ranges is read to its end
/// first.
///
///   std::vector<std::vector<int>> rows{{1, 2, 3}, {7, 8}};
///   for (int i : itertools::interleave_from_iterable(rows)) use(i);  // 1, 7, 2, 8
constexpr detail::range_first<
    detail::adapt<detail::interleave_from_iterable_cursor, detail::inner_range_check>>
    interleave_from_iterable{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
