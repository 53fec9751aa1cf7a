// filter: the elements that satisfy a predicate. Python: filter.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The elements of the range for which `predicate(element)` is true.
///
///   for (int i : itertools::filter([](int n) { return n % 2 == 0; }, count_up_to(5))) use(i);  // 2, 4
template <class Predicate, class Range>
generator<detail::reference_t<Range>> filter(Predicate predicate, Range&& range) {
  return [predicate = std::move(predicate), range = detail::hold(std::forward<Range>(range))](yielder<detail::reference_t<Range>>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) {
      detail::reference_t<Range>&& element = *elements;
      if (predicate(element)) yield(std::forward<detail::reference_t<Range>>(element));
    }
  };
}

///   for (int i : count_up_to(5) | itertools::filter([](int n) { return n % 2 == 0; })) use(i);
template <class Predicate>
auto filter(Predicate predicate) {
  return detail::awaiting_range(
      [predicate = std::move(predicate)](auto&& range) mutable { return itertools::filter(std::move(predicate), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
