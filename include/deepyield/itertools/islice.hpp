// islice: a part of a range, by positions. Python: itertools.islice.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// For a stop that never comes (Python: None).
constexpr std::size_t no_stop = (std::numeric_limits<std::size_t>::max)();

/// The elements at start, start + step, ... before stop, as the range gives them. Takes `stop` elements of the range, or `start` if that is more, and never another.
/// Throws std::invalid_argument for a step of 0.
///
///   for (int i : itertools::islice(count_up_to(10), 2, 8, 3)) use(i);  // 3, 6
template <class Range>
generator<detail::reference_t<Range>> islice(Range&& range, std::size_t start, std::size_t stop, std::size_t step = 1) {
  if (step == 0) throw std::invalid_argument("deepyield: islice() needs a step of at least 1");
  return [range = detail::hold(std::forward<Range>(range)), start, stop, step](yielder<detail::reference_t<Range>>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    const std::size_t last = (std::max)(start, stop);  // as Python's, also where it gives nothing
    std::size_t wanted = start;
    for (std::size_t position = 0; position < last && elements.next(); ++position) {
      if (position != wanted || position >= stop) continue;
      yield(static_cast<detail::reference_t<Range>>(*elements));
      wanted = step < stop - wanted ? wanted + step : stop;
    }
  };
}

/// The first `stop` elements.
///
///   for (int i : itertools::islice(count_up_to(10), 2)) use(i);  // 1, 2
template <class Range, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<detail::reference_t<Range>> islice(Range&& range, std::size_t stop) {
  return itertools::islice(std::forward<Range>(range), 0, stop);
}

///   for (int i : count_up_to(10) | itertools::islice(2)) use(i);  // 1, 2
inline auto islice(std::size_t stop) {
  return detail::awaiting_range([=](auto&& range) { return itertools::islice(std::forward<decltype(range)>(range), 0, stop); });
}

///   for (int i : count_up_to(10) | itertools::islice(2, 8, 3)) use(i);  // 3, 6
inline auto islice(std::size_t start, std::size_t stop, std::size_t step = 1) {
  return detail::awaiting_range([=](auto&& range) { return itertools::islice(std::forward<decltype(range)>(range), start, stop, step); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
