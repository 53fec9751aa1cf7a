// map: a function of each element. Python: map.
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

/// `function(element...)` of the elements side by side, until the shortest range ends.
///
///   for (int square : itertools::map([](int n) { return n * n; }, count_up_to(3))) use(square);               // 1, 4, 9
///   for (int sum : itertools::map(std::plus<int>(), count_up_to(3), std::vector<int>{10, 20})) use(sum);  // 11, 22
template <class Function, class... Range, std::enable_if_t<(sizeof...(Range) > 0), int> = 0>
generator<decltype(std::declval<Function&>()(std::declval<detail::reference_t<Range>>()...))> map(Function function, Range&&... ranges) {
  using result = decltype(std::declval<Function&>()(std::declval<detail::reference_t<Range>>()...));
  return [function = std::move(function), held = std::make_tuple(detail::hold(std::forward<Range>(ranges))...)](yielder<result>& yield) mutable {
    auto readers = detail::readers_of(held);
    while (detail::all_have_next(readers))
      detail::apply_to_elements([&](auto&&... element) { yield(function(std::forward<decltype(element)>(element)...)); }, readers);
  };
}

///   for (int square : count_up_to(3) | itertools::map([](int n) { return n * n; })) use(square);
template <class Function>
auto map(Function function) {
  return detail::awaiting_range(
      [function = std::move(function)](auto&& range) mutable { return itertools::map(std::move(function), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
