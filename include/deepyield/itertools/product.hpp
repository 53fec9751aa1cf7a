// product: all ways to take one element of each range. Python: itertools.product.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/detail/side_by_side.hpp>
#include <deepyield/generator.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

// Nested loops over the pools, the first outermost: as deep as there are pools.
template <class Element, class Pools, class Yielder, class... Part>
std::enable_if_t<sizeof...(Part) == std::tuple_size<Pools>::value> yield_product(const Pools&, Yielder& yield, const Part&... part) {
  yield(Element(part...));
}
template <class Element, class Pools, class Yielder, class... Part>
std::enable_if_t<(sizeof...(Part) < std::tuple_size<Pools>::value)> yield_product(const Pools& pools, Yielder& yield, const Part&... part) {
  for (const auto& next : std::get<sizeof...(Part)>(pools)) yield_product<Element>(pools, yield, part..., next);
}

}  // namespace detail

namespace itertools {

/// A tuple of one element of each range, the last range turning fastest. All of them are read before the first tuple; the parts refer to what was read.
///
///   for (auto& pair : itertools::product(count_up_to(2), std::string("ab"))) std::cout << std::get<0>(pair) << std::get<1>(pair);  // 1a, 1b, 2a, 2b
template <class... Range, std::enable_if_t<detail::are_ranges<Range...>::value, int> = 0>
generator<std::tuple<const detail::value_t<Range>&...>> product(Range&&... ranges) {
  using element = std::tuple<const detail::value_t<Range>&...>;
  return [held = std::make_tuple(detail::hold(std::forward<Range>(ranges))...)](yielder<element>& yield) mutable {
    const std::tuple<std::vector<detail::value_t<Range>>...> pools =
        detail::apply_to_parts([](auto&... range) { return std::tuple<std::vector<detail::value_t<Range>>...>(detail::collect(*range)...); }, held);
    detail::yield_product<element>(pools, yield);
  };
}

/// A vector of `repeat` elements of the range, the last one turning fastest. One vector for all of them: copy it to keep it.
///
///   for (const std::vector<int>& bits : itertools::product(itertools::range(2), 3)) use(bits[0]);  // 000, 001, 010, ...
template <class Range, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<const std::vector<detail::value_t<Range>>&> product(Range&& range, std::size_t repeat) {
  using result = std::vector<detail::value_t<Range>>;
  return [range = detail::hold(std::forward<Range>(range)), repeat](yielder<const result&>& yield) mutable {
    const result pool = repeat == 0 ? result() : detail::collect(*range);  // not read for nothing
    if (pool.empty() && repeat > 0) return;
    result chosen;
    for (std::size_t i = 0; i < repeat; ++i) chosen.push_back(pool[0]);
    std::vector<std::size_t> place(repeat, 0);
    for (;;) {
      yield(chosen);
      std::size_t i = repeat;
      for (; i > 0 && ++place[i - 1] == pool.size(); --i) {
        place[i - 1] = 0;
        chosen[i - 1] = pool[0];
      }
      if (i == 0) return;
      chosen[i - 1] = pool[place[i - 1]];
    }
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
