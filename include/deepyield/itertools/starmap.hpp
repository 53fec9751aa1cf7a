// starmap: a function of each tuple's parts. Python: itertools.starmap.
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

/// `function(part...)` of the parts of each tuple, pair or array that the range gives.
///
///   for (int power : itertools::starmap([](int base, int times) { return base * times; }, std::vector<std::pair<int, int>>{{2, 5}, {3, 2}})) use(power);  // 10, 6
template <class Function, class Range>
generator<decltype(detail::apply_to_parts(std::declval<Function&>(), std::declval<detail::reference_t<Range>>()))> starmap(Function function, Range&& range) {
  using result = decltype(detail::apply_to_parts(function, std::declval<detail::reference_t<Range>>()));
  return [function = std::move(function), range = detail::hold(std::forward<Range>(range))](yielder<result>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) yield(detail::apply_to_parts(function, std::forward<detail::reference_t<Range>>(*elements)));
  };
}

///   for (int sum : std::vector<std::pair<int, int>>{{2, 5}} | itertools::starmap(std::plus<int>())) use(sum);
template <class Function>
auto starmap(Function function) {
  return detail::awaiting_range(
      [function = std::move(function)](auto&& range) mutable { return itertools::starmap(std::move(function), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
