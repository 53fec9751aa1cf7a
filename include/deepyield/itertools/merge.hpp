// merge: sorted ranges as one sorted range. Python: heapq.merge.
#pragma once

#include <deepyield/detail/merge.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/detail/side_by_side.hpp>
#include <deepyield/generator.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// All elements of the ranges, each of which is sorted by `less`, in order; of equal ones those of an earlier range first. At most one element of each range is looked at ahead.
/// What they have in common is as for chain(): ranges of one kind keep their references.
///
///   for (int i : itertools::merge(std::less<int>(), std::vector<int>{1, 4}, count_up_to(3))) use(i);  // 1, 1, 2, 3, 4
template <class Less, class... Range, std::enable_if_t<!detail::is_range<Less>::value, int> = 0>
generator<detail::common_reference_of<Range...>> merge(Less less, Range&&... ranges) {
  using element = detail::common_reference_of<Range...>;
  return [less = std::move(less), held = std::make_tuple(detail::handed_on<element>(std::forward<Range>(ranges))...)](yielder<element>& yield) mutable {
    std::vector<generator<element>*> sources;
    detail::for_each_of(held, [&](auto& source) { sources.push_back(&source); });
    detail::yield_merged(sources, less, yield);
  };
}
///   for (int i : itertools::merge(std::vector<int>{1, 4}, std::vector<int>{2, 3})) use(i);  // 1, 2, 3, 4
template <class First, class... Range, std::enable_if_t<detail::is_range<First>::value, int> = 0>
generator<detail::common_reference_of<First, Range...>> merge(First&& first, Range&&... ranges) {
  return itertools::merge(std::less<>(), std::forward<First>(first), std::forward<Range>(ranges)...);
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
