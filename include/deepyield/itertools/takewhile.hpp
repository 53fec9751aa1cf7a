// takewhile: the elements before the first that does not satisfy a predicate. Python: itertools.takewhile.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The elements of the range up to the first for which `predicate(element)` is false; that one is taken from the range too, and dropped.
///
///   for (int i : itertools::takewhile([](int n) { return n < 3; }, count_up_to(10))) use(i);  // 1, 2
template <class Predicate, class Range>
generator<detail::reference_t<Range>> takewhile(Predicate predicate, Range&& range) {
  return [predicate = std::move(predicate), range = detail::hold(std::forward<Range>(range))](yielder<detail::reference_t<Range>>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) {
      detail::reference_t<Range>&& element = *elements;
      if (!predicate(element)) return;
      yield(std::forward<detail::reference_t<Range>>(element));
    }
  };
}

///   for (int i : count_up_to(10) | itertools::takewhile([](int n) { return n < 3; })) use(i);
template <class Predicate>
auto takewhile(Predicate predicate) {
  return detail::awaiting_range(
      [predicate = std::move(predicate)](auto&& range) mutable { return itertools::takewhile(std::move(predicate), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
