// unique_justseen: elements that differ from the one before. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The elements whose key, `key(element)` or the element itself, is not that of the one before. Only that key is kept.
///
///   for (int i : itertools::unique_justseen(std::vector<int>{1, 1, 2, 1})) use(i);  // 1, 2, 1
template <class Range, class Key = detail::identity, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<detail::reference_t<Range>> unique_justseen(Range&& range, Key key = Key()) {
  using key_type = std::decay_t<decltype(key(std::declval<std::remove_reference_t<detail::reference_t<Range>>&>()))>;
  return [range = detail::hold(std::forward<Range>(range)), key = std::move(key)](yielder<detail::reference_t<Range>>& yield) mutable {
    detail::late<key_type> last;
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) {
      detail::reference_t<Range>&& element = *elements;
      key_type current = key(element);
      if (last && *last == current) continue;
      if (last)
        *last = std::move(current);
      else
        last.emplace(std::move(current));
      yield(std::forward<detail::reference_t<Range>>(element));
    }
  };
}

///   for (int i : std::vector<int>{1, 1, 2, 1} | itertools::unique_justseen()) use(i);
template <class Key = detail::identity, std::enable_if_t<!detail::is_range<Key>::value, int> = 0>
auto unique_justseen(Key key = Key()) {
  return detail::awaiting_range(
      [key = std::move(key)](auto&& range) mutable { return itertools::unique_justseen(std::forward<decltype(range)>(range), std::move(key)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
