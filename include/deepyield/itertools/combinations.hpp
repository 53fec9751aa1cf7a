// combinations: all ways to choose r elements. Python: itertools.combinations.
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

/// Each choice of `r` elements, in the order of their places, choices in the order of their first places; none where there are fewer. One vector for all of
/// them: copy it to keep it. Elements are equal or not by their places alone.
///
///   for (const std::vector<int>& two : itertools::combinations(count_up_to(3), 2)) std::cout << two[0] << two[1];  // 12, 13, 23
template <class Range>
generator<const std::vector<detail::value_t<Range>>&> combinations(Range&& range, std::size_t r) {
  using result = std::vector<detail::value_t<Range>>;
  return [range = detail::hold(std::forward<Range>(range)), r](yielder<const result&>& yield) mutable {
    const result pool = detail::collect(*range);
    const std::size_t n = pool.size();
    if (r > n) return;
    result chosen(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(r));
    std::vector<std::size_t> place(r);
    for (std::size_t i = 0; i < r; ++i) place[i] = i;
    for (;;) {
      yield(chosen);
      std::size_t i = r;  // behind the last place that can still go up
      while (i > 0 && place[i - 1] == i - 1 + n - r) --i;
      if (i == 0) return;
      for (std::size_t next = ++place[i - 1];; ++i, place[i - 1] = ++next) {
        chosen[i - 1] = pool[next];
        if (i == r) break;
      }
    }
  };
}

///   for (const std::vector<int>& two : count_up_to(3) | itertools::combinations(2)) use(two[0]);
inline auto combinations(std::size_t r) {
  return detail::awaiting_range([r](auto&& range) { return itertools::combinations(std::forward<decltype(range)>(range), r); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
