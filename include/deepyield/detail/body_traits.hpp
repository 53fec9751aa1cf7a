// What may be a generator's body, with a sentence for what may not; and what depends on whether there are elements at all.
#pragma once

#include <deepyield/detail/frame.hpp>
#include <deepyield/iterator.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class...>
using void_type = void;

template <class Body, class Yielder, class = void>
struct is_called_with : std::false_type {};
template <class Body, class Yielder>
struct is_called_with<Body, Yielder, void_type<decltype(std::declval<Body&>()(std::declval<Yielder&>()))>> : std::true_type {};

// A function, or a class with one call operator: meant as a body even where it takes the wrong thing.
template <class Body, class = void>
struct is_function_like : std::is_function<std::remove_pointer_t<Body>> {};
template <class Body>
struct is_function_like<Body, void_type<decltype(&Body::operator())>> : std::true_type {};

/// Whether a generator may be made from a Callable. All else is left to overload resolution (and so std::variant<generator<int>, int> works);
/// what is let in by mistake gets a sentence from checked_body.
template <class Generator, class Callable, class Body = std::decay_t<Callable>, bool = std::is_same<Body, Generator>::value>
struct looks_like_body : std::integral_constant<bool, is_function_like<Body>::value || is_called_with<Body, typename Generator::yielder_type>::value> {};
template <class Generator, class Callable, class Body>
struct looks_like_body<Generator, Callable, Body, true> : std::false_type {};

template <class Return, class Body, class Yielder, bool = is_called_with<Body, Yielder>::value>
struct checked_body {
  using returned = decltype(std::declval<Body&>()(std::declval<Yielder&>()));
  static_assert(!std::is_void<Return>::value || std::is_void<returned>::value,
                "deepyield: the body returns a value, but the generator has none: name its type as the generator's third template argument, Return.");
  static_assert(std::is_void<Return>::value || std::is_convertible<returned, Return>::value,
                "deepyield: what the body returns does not convert to the generator's third template argument, Return.");

  template <class Promise, class StackAllocator, class Callable>
  static Promise* make(StackAllocator&& allocator, Callable&& body) {
    return make_frame<Promise, std::decay_t<StackAllocator>>(std::move(allocator), std::forward<Callable>(body));
  }
};

template <class Return, class Body, class Yielder>
struct checked_body<Return, Body, Yielder, false> {
  static_assert(is_called_with<Body, Yielder>::value,
                "deepyield: the body must be callable as body(yielder&), where yielder is deepyield::yielder<Yield, Send, Engine> with the generator's own Yield, "
                "Send and Engine, taken by reference.");
  template <class Promise, class StackAllocator, class Callable>
  static Promise* make(StackAllocator&&, Callable&&) {
    return nullptr;
  }
};

template <class Yield, class Engine>
struct iterator_of {
  using type = generator_iterator<Yield, Engine>;
  using reference = typename type::reference;
  using pointer = typename type::pointer;
  static reference refer_to(pointer element) noexcept { return static_cast<reference>(*element); }
};

template <class Engine>
struct iterator_of<void, Engine> {
  using type = void;
  using reference = void;
  using pointer = bool;
  static void refer_to(bool) noexcept {}
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
