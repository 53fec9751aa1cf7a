// interleave: one element of each range in turn, until the shortest ends. Python: more_itertools.interleave.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/side_by_side.hpp>
#include <deepyield/lazy_range.hpp>


#include <cstddef>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class... Range>
class interleaved {
 public:
  using element_type = common_reference_of<Range...>;
  using pointer = std::remove_reference_t<element_type>*;

  explicit interleaved(held_range<Range>... ranges) : ranges_(std::move(ranges)...) {}

  pointer next() {
    if (turn_ == sizeof...(Range)) turn_ = 0;
    if (turn_ == 0 && !ranges_.go_on()) return nullptr;
    pointer element = nullptr;
    ranges_.with(turn_++, [&](auto& range) { element = current_.hold([&]() -> element_type { return static_cast<element_type>(*range); }); });
    return element;
  }

 private:
  side_by_side<pulled<Range>...> ranges_;
  current_element<element_type> current_;
  std::size_t turn_ = 0;  // the index of the next range
};

}  // namespace detail

namespace itertools {

/// The first of each range, then the second of each, and so on, for as long as all of them have one. What they have in common is as for chain().
///
///   for (int i : itertools::interleave(count_up_to(3), std::vector<int>{7, 8})) use(i);  // 1, 7, 2, 8
template <class... Range>
lazy_range<detail::interleaved<Range...>> interleave(Range&&... ranges) {
  return detail::lazily<detail::interleaved<Range...>>(detail::hold(std::forward<Range>(ranges))...);
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
