// interleave: one element of each range in turn, until the shortest ends. Python: more_itertools.interleave.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/detail/side_by_side.hpp>
#include <deepyield/generator.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The first of each range, then the second of each, and so on, for as long as all of them have one. What they have in common is as for chain().
///
///   for (int i : itertools::interleave(count_up_to(3), std::vector<int>{7, 8})) use(i);  // 1, 7, 2, 8
template <class... Range>
generator<detail::common_reference_of<Range...>> interleave(Range&&... ranges) {
  using element = detail::common_reference_of<Range...>;
  return [held = std::make_tuple(detail::hold(std::forward<Range>(ranges))...)](yielder<element>& yield) mutable {
    auto readers = detail::readers_of(held);
    while (detail::all_have_next(readers)) detail::for_each_of(readers, [&](auto& elements) { yield(static_cast<element>(*elements)); });
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
