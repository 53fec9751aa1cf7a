// combinations_with_replacement: all ways to choose r elements, each as often as one likes. Python: itertools.combinations_with_replacement.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// As combinations, but an element may be chosen again.
///
///   for (const std::vector<int>& two : itertools::combinations_with_replacement(count_up_to(2), 2)) std::cout << two[0] << two[1];  // 11, 12, 22
template <class Range>
generator<const std::vector<detail::value_t<Range>>&> combinations_with_replacement(Range&& range, std::size_t r) {
  using result = std::vector<detail::value_t<Range>>;
  return [range = detail::hold(std::forward<Range>(range)), r](yielder<const result&>& yield) mutable {
    const result pool = detail::collect(*range);
    if (pool.empty() && r > 0) return;
    result chosen;
    for (std::size_t i = 0; i < r; ++i) chosen.push_back(pool[0]);
    std::vector<std::size_t> place(r, 0);
    for (;;) {
      yield(chosen);
      std::size_t i = r;  // behind the last place that can still go up
      while (i > 0 && place[i - 1] == pool.size() - 1) --i;
      if (i == 0) return;
      const std::size_t next = place[i - 1] + 1;
      for (std::size_t at = i - 1; at < r; ++at) {
        place[at] = next;
        chosen[at] = pool[next];
      }
    }
  };
}

///   for (const std::vector<int>& two : count_up_to(2) | itertools::combinations_with_replacement(2)) use(two[0]);
inline auto combinations_with_replacement(std::size_t r) {
  return detail::awaiting_range([r](auto&& range) { return itertools::combinations_with_replacement(std::forward<decltype(range)>(range), r); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
