// enumerate: the elements with their numbers. Python: enumerate.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// Pairs of a number, counted from `start`, and what the range gives.
///
///   for (auto& line : itertools::enumerate(std::vector<std::string>{"a", "b"}, 1)) std::cout << line.first << line.second;  // 1a2b
template <class Range>
generator<std::pair<std::ptrdiff_t, detail::reference_t<Range>>> enumerate(Range&& range, std::ptrdiff_t start = 0) {
  using numbered = std::pair<std::ptrdiff_t, detail::reference_t<Range>>;
  return [range = detail::hold(std::forward<Range>(range)), start](yielder<numbered>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    for (std::ptrdiff_t number = start; elements.next(); ++number) yield(numbered(number, *elements));
  };
}

///   for (auto& numbered : count_up_to(5) | itertools::enumerate()) use(numbered.second);
inline auto enumerate(std::ptrdiff_t start = 0) {
  return detail::awaiting_range([start](auto&& range) { return itertools::enumerate(std::forward<decltype(range)>(range), start); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
