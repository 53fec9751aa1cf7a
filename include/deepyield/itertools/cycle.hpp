// cycle: a range again and again. Python: itertools.cycle.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The elements of the range, and then the same again, from copies, without an end; of an empty range nothing.
///
///   for (int i : itertools::cycle(count_up_to(2)) | itertools::islice(5)) use(i);  // 1, 2, 1, 2, 1
template <class Range, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<const detail::value_t<Range>&> cycle(Range&& range) {
  using value = detail::value_t<Range>;
  return [range = detail::hold(std::forward<Range>(range))](yielder<const value&>& yield) mutable {
    std::vector<value> seen;
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) {
      value element(detail::parting<Range>(*elements));
      yield(element);
      seen.push_back(std::move(element));
    }
    while (!seen.empty())
      for (const value& element : seen) yield(element);
  };
}

///   for (int i : count_up_to(2) | itertools::cycle() | itertools::islice(5)) use(i);
inline auto cycle() {
  return detail::awaiting_range([](auto&& range) { return itertools::cycle(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
