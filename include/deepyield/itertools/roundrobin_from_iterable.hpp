// roundrobin_from_iterable: one element of each of any number of ranges in turn. Python:
// roundrobin(*iterables).
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/inner_cursors.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Ranges>
class roundrobin_from_iterable_cursor {
 public:
  using base_range = typename inner_cursors<Ranges>::range;
  using element_type = range_reference_t<base_range>;

  explicit roundrobin_from_iterable_cursor(all_t<Ranges> ranges) : ranges_(std::move(ranges)) {}
  DEEPYIELD_INLINED roundrobin_from_iterable_cursor(roundrobin_from_iterable_cursor&&) = default;
  DEEPYIELD_INLINED ~roundrobin_from_iterable_cursor() = default;

  std::remove_reference_t<element_type>* next() {
    if (!ranges_.is_open()) open();
    for (;;) {
      if (turn_ == going_.size()) {
        going_.resize(left_);
        if (left_ == 0) return nullptr;
        turn_ = left_ = 0;
      }
      const std::size_t index = going_[turn_++];
      if (const auto element = ranges_[index].next()) {
        going_[left_++] = index;
        return element;
      }
    }
  }
  bool executing() { return ranges_.executing(); }

 private:
  void open() {
    ranges_.open();
    left_ = ranges_.size();
    for (std::size_t i = 0; i < left_; ++i) going_.push_back(i);
    turn_ = left_;
  }

  inner_cursors<Ranges> ranges_;
  // The ranges of this round, in order. The first left_ of them are those of the next round.
  std::vector<std::size_t> going_;
  std::size_t left_ = 0;
  std::size_t turn_ = 0;
};

}  // namespace detail

namespace itertools {

/// The first element of each range in a range, then the second of each, and so on, until all have
/// ended. All are open at once: a single-pass range of ranges is read to its end first.
///
///   std::vector<std::vector<int>> rows{{1, 2, 3}, {7}};
///   for (int i : itertools::roundrobin_from_iterable(rows)) use(i);  // 1, 7, 2, 3
constexpr detail::range_first<
    detail::adapt<detail::roundrobin_from_iterable_cursor, detail::inner_range_check>>
    roundrobin_from_iterable{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
