// to: the elements of a range in a container. Python: list(g), set(g), dict(g); C++23:
// std::ranges::to.
//
//   std::vector<int> numbers = deepyield::to<std::vector>(count_up_to(5));
//   auto lengths = zip(names, sizes) | deepyield::to<std::map<std::string, std::size_t>>();
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/cursor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/type_of.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

// Overloads in the order in which they are tried: the highest first.
template <int Rank>
struct priority : priority<Rank - 1> {};
template <>
struct priority<0> {};

template <class Container, class Element>
auto append(Container& container, Element&& element, priority<3>)
    -> decltype(static_cast<void>(container.emplace_back(std::forward<Element>(element)))) {
  container.emplace_back(std::forward<Element>(element));
}
// Sets and maps.
template <class Container, class Element,
          std::enable_if_t<std::is_constructible<typename Container::value_type, Element>::value,
                           int> = 0>
auto append(Container& container, Element&& element, priority<2>)
    -> decltype(static_cast<void>(container.emplace_hint(container.end(),
                                                         std::forward<Element>(element)))) {
  container.emplace_hint(container.end(), std::forward<Element>(element));
}
// A map's pair from a tuple of two, as zip() and enumerate() give them.
template <class Container, class Element,
          std::enable_if_t<std::tuple_size<std::decay_t<Element>>::value == 2, int> = 0>
auto append(Container& container, Element&& element, priority<1>) -> decltype(static_cast<void>(
    container.emplace_hint(container.end(), std::get<0>(static_cast<Element&&>(element)),
                           std::get<1>(static_cast<Element&&>(element))))) {
  container.emplace_hint(container.end(), std::get<0>(static_cast<Element&&>(element)),
                         std::get<1>(static_cast<Element&&>(element)));
}
// Strings.
template <class Container, class Element>
auto append(Container& container, Element&& element, priority<0>)
    -> decltype(container.push_back(std::forward<Element>(element))) {
  container.push_back(std::forward<Element>(element));
}

template <class Container, class Element, class = void>
struct can_append : std::false_type {};
template <class Container, class Element>
struct can_append<Container, Element,
                  decltype(detail::append(std::declval<Container&>(), std::declval<Element>(),
                                          priority<3>()))> : std::true_type {};

template <class Container, class Range>
Container collect(Range&& range) {
  using range_type = std::remove_reference_t<Range>;
  using element =
      decltype(detail::move_or_copy<Range>(std::declval<range_reference_t<range_type>>()));
  static_assert(can_append<Container, element>::value,
                "deepyield: to<Container>() needs a container with emplace_back, emplace_hint or "
                "push_back, whose value type can be made from the range's elements.");
  Container container;
  cursor<range_type> elements(range);
  while (elements.next())
    detail::append(container, detail::move_or_copy<Range>(*elements), priority<3>());
  return container;
}

// Container<Value>; for a map, which that does not name, Container<Key, Mapped>.
template <template <class...> class Container, class Value>
auto container_of(priority<1>) -> type_of<Container<Value>>;
template <template <class...> class Container, class Value>
auto container_of(priority<0>)
    -> type_of<Container<std::tuple_element_t<0, Value>, std::tuple_element_t<1, Value>>>;
template <template <class...> class Container, class Range>
using container_of_range =
    typename decltype(detail::container_of<Container, range_value_t<Range>>(priority<1>()))::type;

}  // namespace detail

/// A container with all elements of the range, which it reads to the end. Elements that the range
/// gives away are moved, others are copied. Tuples of two, as from zip(), fill maps; of equal keys
/// the first stays. Throws what the range throws, what making an element throws, and
/// std::bad_alloc. (Python: list(g); C++23: std::ranges::to)
///
///   std::set<int> different = to<std::set<int>>(count_up_to(5));
///   auto letters = std::vector<char>{'a', 'b'} | to<std::string>();
template <class Container, class Range, detail::if_range<Range> = 0>
Container to(Range&& range) {
  return detail::collect<Container>(std::forward<Range>(range));
}
template <class Container>
auto to() {
  return detail::make_closure(
      [](auto&& range) { return to<Container>(std::forward<decltype(range)>(range)); });
}

/// The same for a container of the range's values: references become values, also in the tuples of
/// zip() and enumerate().
///
///   auto numbers = to<std::vector>(count_up_to(5));                      // std::vector<int>
///   auto indices = itertools::enumerate(numbers) | to<std::map>();       // by index
template <template <class...> class Container, class Range, detail::if_range<Range> = 0>
detail::container_of_range<Container, Range> to(Range&& range) {
  return detail::collect<detail::container_of_range<Container, Range>>(std::forward<Range>(range));
}
template <template <class...> class Container>
auto to() {
  return detail::make_closure(
      [](auto&& range) { return to<Container>(std::forward<decltype(range)>(range)); });
}

}  // namespace v2
}  // namespace deepyield
