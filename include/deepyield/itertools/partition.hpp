// partition: the elements that do not satisfy a predicate, and those that do. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <deque>
#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Predicate, class Range>
struct partition_state {
  partition_state(Predicate asked, held_range<Range> held) : predicate(std::move(asked)), range(std::move(held)), elements(*range) {}

  // Reads on until there is something for that side.
  bool find(bool wanted) {
    while (kept[wanted].empty() && elements.next()) {
      value_t<Range> element(parting<Range>(*elements));
      const bool side = predicate(static_cast<const value_t<Range>&>(element));
      kept[side].push_back(std::move(element));
    }
    return !kept[wanted].empty();
  }

  Predicate predicate;
  held_range<Range> range;
  reader<std::remove_reference_t<Range>> elements;
  std::deque<value_t<Range>> kept[2];
};

}  // namespace detail

namespace itertools {

/// A pair of generators: of the elements for which `predicate(element)` is false, and of those for which it is true. The range is read once, by either; what belongs to the
/// other is kept for it. The predicate is asked once for each element.
///
///   auto odd_and_even = itertools::partition([](int n) { return n % 2 == 0; }, count_up_to(5));
///   for (int i : odd_and_even.first) use(i);   // 1, 3, 5
///   for (int i : odd_and_even.second) use(i);  // 2, 4
template <class Predicate, class Range>
std::pair<generator<detail::value_t<Range>>, generator<detail::value_t<Range>>> partition(Predicate predicate, Range&& range) {
  using value = detail::value_t<Range>;
  const auto shared = std::make_shared<detail::partition_state<Predicate, Range>>(std::move(predicate), detail::hold(std::forward<Range>(range)));
  const auto part = [&shared](bool wanted) -> generator<value> {
    return [shared, wanted](yielder<value>& yield) {
      while (shared->find(wanted)) {
        value element(std::move(shared->kept[wanted].front()));
        shared->kept[wanted].pop_front();
        yield(std::move(element));
      }
    };
  };
  return {part(false), part(true)};
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
