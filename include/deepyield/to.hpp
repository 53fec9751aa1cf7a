// to: the elements of a range in a container. Python: list(g), set(g), dict(g); C++23:
// std::ranges::to.
//
//   std::vector<int> numbers = deepyield::to<std::vector>(count_up_to(5));
//   auto lengths = zip(names, sizes) | deepyield::to<std::map<std::string, std::size_t>>();
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/cursor.hpp>
#include <deepyield/ranges/refusal.hpp>
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

// Whether a container's values can be made from an element. True if it does not say its value type.
template <class Container, class Element, class = void>
struct makes_value : std::true_type {};
template <class Container, class Element>
struct makes_value<Container, Element,
                   decltype(static_cast<void>(type_of<typename Container::value_type>()))>
    : std::is_constructible<typename Container::value_type, Element> {};

template <class Container, class Element,
          std::enable_if_t<makes_value<Container, Element>::value, int> = 0>
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
template <class Container, class Element,
          std::enable_if_t<makes_value<Container, Element>::value, int> = 0>
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

struct container_does_not_take_elements : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: to<Container>() needs a container with emplace_back, emplace_hint or "
                  "push_back, whose value type can be made from the range's elements.");
    return {};
  }
};
struct container_is_not_deduced : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: to<Container>() makes a Container<Value>, or of pairs and tuples of "
                  "two a Container<Key, Mapped>. For another, name all of its type.");
    return {};
  }
};
template <class Container, class Range>
struct append_check
    : std::conditional_t<
          can_append<Container, decltype(detail::move_or_copy<Range>(
                                    std::declval<range_reference_t<Range>>()))>::value,
          accepted, container_does_not_take_elements> {};
/// Checks what to() is given.
template <class Container, class Range>
using to_check = all_checks<range_check<Range>, append_check<Container, Range>>;

template <class Container, class Range>
Container collect(Range&& range) {
  using range_type = std::remove_reference_t<Range>;
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

template <template <class...> class Container, class Range, class = void>
struct deduction_check : container_is_not_deduced {};
template <template <class...> class Container, class Range>
struct deduction_check<Container, Range,
                       decltype(static_cast<void>(type_of<container_of_range<Container, Range>>()))>
    : append_check<container_of_range<Container, Range>, Range> {};
template <template <class...> class Container, class Range>
using to_deduced_check = all_checks<range_check<Range>, deduction_check<Container, Range>>;

// to() without the range.
template <class Container>
struct to_closure {
  template <class Range>
  using check = to_check<Container, Range>;
  template <class Range>
  Container operator()(Range&& range) {
    return detail::collect<Container>(std::forward<Range>(range));
  }
};
template <template <class...> class Container>
struct to_deduced_closure {
  template <class Range>
  using check = to_deduced_check<Container, Range>;
  template <class Range>
  container_of_range<Container, Range> operator()(Range&& range) {
    return detail::collect<container_of_range<Container, Range>>(std::forward<Range>(range));
  }
};

}  // namespace detail

/// A container with all elements of the range, which it reads to the end. Elements that the range
/// gives away are moved, others are copied. Tuples of two, as from zip(), fill maps; of equal keys
/// the first stays. Throws what the range throws, what making an element throws, and
/// std::bad_alloc. (Python: list(g); C++23: std::ranges::to)
///
///   std::set<int> different = to<std::set<int>>(count_up_to(5));
///   auto letters = std::vector<char>{'a', 'b'} | to<std::string>();
template <class Container, class Range, detail::if_accepted<detail::to_check<Container, Range>> = 0>
Container to(Range&& range) {
  return detail::collect<Container>(std::forward<Range>(range));
}
template <class Container, class Argument,
          detail::if_refused<detail::to_check<Container, Argument>> = 0>
detail::refused to(Argument&&) {
  return detail::to_check<Container, Argument>::template refuse<false>();
}
template <class Container>
auto to() {
  return detail::make_closure(detail::to_closure<Container>());
}

/// The same for a container of the range's values: references become values, also in the tuples of
/// zip() and enumerate().
///
///   auto numbers = to<std::vector>(count_up_to(5));                      // std::vector<int>
///   auto indices = itertools::enumerate(numbers) | to<std::map>();       // by index
template <template <class...> class Container, class Range,
          detail::if_accepted<detail::to_deduced_check<Container, Range>> = 0>
detail::container_of_range<Container, Range> to(Range&& range) {
  return detail::collect<detail::container_of_range<Container, Range>>(std::forward<Range>(range));
}
template <template <class...> class Container, class Argument,
          detail::if_refused<detail::to_deduced_check<Container, Argument>> = 0>
detail::refused to(Argument&&) {
  return detail::to_deduced_check<Container, Argument>::template refuse<false>();
}
template <template <class...> class Container>
auto to() {
  return detail::make_closure(detail::to_deduced_closure<Container>());
}

}  // namespace v2
}  // namespace deepyield
