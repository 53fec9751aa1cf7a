// powerset: all ways to choose any number of elements. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>
#include <deepyield/itertools/combinations.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The combinations of none of the elements, of one, and so on up to all.
///
///   for (const std::vector<int>& some : itertools::powerset(count_up_to(2))) std::cout << some.size();  // 0, 1, 1, 2
template <class Range, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<const std::vector<detail::value_t<Range>>&> powerset(Range&& range) {
  using result = std::vector<detail::value_t<Range>>;
  return [range = detail::hold(std::forward<Range>(range))](yielder<const result&>& yield) mutable {
    const result pool = detail::collect(*range);
    for (std::size_t r = 0; r <= pool.size(); ++r)
      for (const result& chosen : itertools::combinations(pool, r)) yield(chosen);
  };
}

///   for (const std::vector<int>& some : count_up_to(2) | itertools::powerset()) std::cout << some.size();
inline auto powerset() {
  return detail::awaiting_range([](auto&& range) { return itertools::powerset(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
