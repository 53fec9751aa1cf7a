// unique_everseen: elements that were not there before. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <unordered_set>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The elements whose key, `key(element)` or the element itself, no earlier one had. Keys are kept, by std::hash and ==.
///
///   for (int i : itertools::unique_everseen(std::vector<int>{1, 2, 1, 3})) use(i);  // 1, 2, 3
template <class Range, class Key = detail::identity, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<detail::reference_t<Range>> unique_everseen(Range&& range, Key key = Key()) {
  using key_type = std::decay_t<decltype(key(std::declval<std::remove_reference_t<detail::reference_t<Range>>&>()))>;
  return [range = detail::hold(std::forward<Range>(range)), key = std::move(key)](yielder<detail::reference_t<Range>>& yield) mutable {
    std::unordered_set<key_type> seen;
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) {
      detail::reference_t<Range>&& element = *elements;
      if (seen.insert(key(element)).second) yield(std::forward<detail::reference_t<Range>>(element));
    }
  };
}

///   for (int i : std::vector<int>{1, 2, 1, 3} | itertools::unique_everseen()) use(i);
template <class Key = detail::identity, std::enable_if_t<!detail::is_range<Key>::value, int> = 0>
auto unique_everseen(Key key = Key()) {
  return detail::awaiting_range(
      [key = std::move(key)](auto&& range) mutable { return itertools::unique_everseen(std::forward<decltype(range)>(range), std::move(key)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
