// filterfalse: the elements that do not satisfy a predicate. Python: itertools.filterfalse.
#pragma once

#include <deepyield/itertools/filter.hpp>
#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/base_cursor.hpp>

#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The elements of the range for which `predicate(element)` is false.
///
///   // 1, 3, 5
///   for (int i : itertools::filterfalse([](int n) { return n % 2 == 0; }, count_up_to(5))) use(i);
template <class Predicate, class Range>
auto filterfalse(Predicate predicate, Range&& range) {
  return itertools::filter(
      [predicate = std::move(predicate)](auto& element) mutable { return !predicate(element); },
      std::forward<Range>(range));
}

///   for (int i : count_up_to(5) | itertools::filterfalse([](int n) { return n % 2 == 0; }))
///     use(i);
template <class Predicate>
auto filterfalse(Predicate predicate) {
  return detail::make_closure([predicate = std::move(predicate)](auto&& range) mutable {
    return itertools::filterfalse(std::move(predicate), std::forward<decltype(range)>(range));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
