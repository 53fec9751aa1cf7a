// dropwhile: the elements from the first on that does not satisfy a predicate. Python: itertools.dropwhile.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The elements of the range from the first on for which `predicate(element)` is false; the predicate is not asked again after that.
///
///   for (int i : itertools::dropwhile([](int n) { return n < 3; }, count_up_to(5))) use(i);  // 3, 4, 5
template <class Predicate, class Range>
generator<detail::reference_t<Range>> dropwhile(Predicate predicate, Range&& range) {
  return [predicate = std::move(predicate), range = detail::hold(std::forward<Range>(range))](yielder<detail::reference_t<Range>>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    bool dropping = true;
    while (elements.next()) {
      detail::reference_t<Range>&& element = *elements;
      dropping = dropping && predicate(element);
      if (!dropping) yield(std::forward<detail::reference_t<Range>>(element));
    }
  };
}

///   for (int i : count_up_to(5) | itertools::dropwhile([](int n) { return n < 3; })) use(i);
template <class Predicate>
auto dropwhile(Predicate predicate) {
  return detail::awaiting_range(
      [predicate = std::move(predicate)](auto&& range) mutable { return itertools::dropwhile(std::move(predicate), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
