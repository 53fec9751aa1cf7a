// compress: the elements that a second range selects. Python: itertools.compress.
#pragma once

#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The elements of `data` beside which `selectors` has something true. Ends with the shorter one.
///
///   for (int i : itertools::compress(count_up_to(4), std::vector<bool>{true, false, true})) use(i);  // 1, 3
template <class Range, class Selectors>
generator<detail::reference_t<Range>> compress(Range&& data, Selectors&& selectors) {
  return [data = detail::hold(std::forward<Range>(data)),
          selectors = detail::hold(std::forward<Selectors>(selectors))](yielder<detail::reference_t<Range>>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*data);
    detail::reader<std::remove_reference_t<Selectors>> selected(*selectors);
    while (elements.next() && selected.next())
      if (*selected) yield(std::forward<detail::reference_t<Range>>(*elements));
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
