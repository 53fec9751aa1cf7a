// accumulate: running totals. Python: itertools.accumulate.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <functional>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The first element; then, for each further one, `function(total, element)` of the total before. Totals have the range's value type.
///
///   for (int sum : itertools::accumulate(count_up_to(4))) use(sum);                                  // 1, 3, 6, 10
///   for (int product : itertools::accumulate(count_up_to(4), std::multiplies<int>())) use(product);  // 1, 2, 6, 24
template <class Range, class Function = std::plus<>, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<const detail::value_t<Range>&> accumulate(Range&& range, Function function = Function()) {
  using total_type = detail::value_t<Range>;
  return [range = detail::hold(std::forward<Range>(range)), function = std::move(function)](yielder<const total_type&>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    if (!elements.next()) return;
    total_type total(*elements);
    yield(total);
    while (elements.next()) {
      total = function(std::move(total), *elements);
      yield(total);
    }
  };
}

/// The same from `initial` on, which is the first total; its type is that of the totals.
///
///   for (double sum : itertools::accumulate(count_up_to(2), std::plus<>(), 0.5)) std::cout << sum;  // 0.5, 1.5, 3.5
template <class Range, class Function, class Total, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<const Total&> accumulate(Range&& range, Function function, Total initial) {
  return [range = detail::hold(std::forward<Range>(range)), function = std::move(function), total = std::move(initial)](yielder<const Total&>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    yield(total);
    while (elements.next()) {
      total = function(std::move(total), *elements);
      yield(total);
    }
  };
}

///   for (int sum : count_up_to(4) | itertools::accumulate()) use(sum);
inline auto accumulate() {
  return detail::awaiting_range([](auto&& range) { return itertools::accumulate(std::forward<decltype(range)>(range)); });
}
template <class Function, std::enable_if_t<!detail::is_range<Function>::value, int> = 0>
auto accumulate(Function function) {
  return detail::awaiting_range(
      [function = std::move(function)](auto&& range) mutable { return itertools::accumulate(std::forward<decltype(range)>(range), std::move(function)); });
}
template <class Function, class Total, std::enable_if_t<!detail::is_range<Function>::value, int> = 0>
auto accumulate(Function function, Total initial) {
  return detail::awaiting_range([function = std::move(function), initial = std::move(initial)](auto&& range) mutable {
    return itertools::accumulate(std::forward<decltype(range)>(range), std::move(function), std::move(initial));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
