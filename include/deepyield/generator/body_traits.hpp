// Checks what may be a generator's body and what may be sent to it, with a message for what may
// not.
#pragma once

#include <deepyield/generator/frame.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class...>
using void_type = void;

template <class Body, class Yielder, class = void>
struct is_called_with : std::false_type {};
template <class Body, class Yielder>
struct is_called_with<Body, Yielder,
                      void_type<decltype(std::declval<Body&>()(std::declval<Yielder&>()))>>
    : std::true_type {};

/// Whether the body's type says noexcept. A lambda's type can in every standard, a function's only
/// from C++17 on.
template <class Body, class Yielder, bool = is_called_with<Body, Yielder>::value>
struct is_called_noexcept : std::false_type {};
template <class Body, class Yielder>
struct is_called_noexcept<Body, Yielder, true>
    : std::integral_constant<bool, noexcept(std::declval<Body&>()(std::declval<Yielder&>()))> {};

// A function, or a class with one call operator: meant as a body even if it takes the wrong
// argument.
template <class Body, class = void>
struct is_function_like : std::is_function<std::remove_pointer_t<Body>> {};
template <class Body>
struct is_function_like<Body, void_type<decltype(&Body::operator())>> : std::true_type {};

/// Whether an Owner may be made from a Callable, as a body that is called with an Argument&.
/// Anything else is left to overload resolution, so that std::variant<generator<int>, int> works.
/// checked_body has an error message for what is let in by mistake.
template <class Owner, class Argument, class Callable, class Body = std::decay_t<Callable>,
          bool = std::is_same<Body, Owner>::value>
struct looks_like_body : std::integral_constant<bool, is_function_like<Body>::value ||
                                                          is_called_with<Body, Argument>::value> {};
template <class Owner, class Argument, class Callable, class Body>
struct looks_like_body<Owner, Argument, Callable, Body, true> : std::false_type {};

template <class Return, class Body, class Yielder, bool = is_called_with<Body, Yielder>::value>
struct checked_body {
  using returned = decltype(std::declval<Body&>()(std::declval<Yielder&>()));
  static_assert(!std::is_void<Return>::value || std::is_void<returned>::value,
                "deepyield: the body returns a value, but the generator has none: name its type as "
                "Return, the third template argument of a generator, the second of a "
                "consumer.");
  static_assert(std::is_void<Return>::value || std::is_convertible<returned, Return>::value,
                "deepyield: what the body returns does not convert to Return, the third template "
                "argument of a generator, the second of a consumer.");

  static_assert(!is_called_noexcept<Body, Yielder>::value,
                "deepyield: the body is noexcept, but closing the generator raises an exception in "
                "it, and the program would end. Remove noexcept.");

  template <class Promise, class StackAllocator, class Callable>
  static Promise* make(StackAllocator&& allocator, Callable&& body) {
    return make_frame<Promise, std::decay_t<StackAllocator>>(
        std::forward<StackAllocator>(allocator), std::forward<Callable>(body));
  }
};

template <class Return, class Body, class Yielder>
struct checked_body<Return, Body, Yielder, false> {
  static_assert(is_called_with<Body, Yielder>::value,
                "deepyield: the body must be callable as body(yielder&), where yielder is "
                "deepyield::yielder<Yield, Send, Engine> with the generator's own Yield, "
                "Send and Engine, taken by reference.");
  template <class Promise, class StackAllocator, class Callable>
  static Promise* make(StackAllocator&&, Callable&&) {
    return nullptr;
  }
};

/// Whether a generator<Stronger> may be used as a generator<Weaker>: of the same element, the
/// consumer of the weaker may do less.
template <class Stronger, class Weaker>
struct promises_more : std::false_type {};
template <class Element>
struct promises_more<Element, Element&&>
    : std::integral_constant<bool, !std::is_reference<Element>::value> {};
template <class Stronger, class Element>
struct promises_more<Stronger, const Element&>
    : std::integral_constant<
          bool, std::is_same<std::remove_cv_t<std::remove_reference_t<Stronger>>, Element>::value &&
                    !std::is_same<Stronger, const Element&>::value> {};

/// Whether the elements of a generator<Given> are those of a generator<Wanted>, but do not bind to
/// its reference: values of T, or const T&, to `T&`.
template <class Given, class Wanted>
struct does_not_bind : std::false_type {};
template <class Given, class Element>
struct does_not_bind<Given, Element&>
    : std::integral_constant<
          bool, std::is_same<std::remove_cv_t<std::remove_reference_t<Given>>, Element>::value &&
                    !std::is_same<Given, Element&>::value> {};

/// The parameter of send() if Send is void. It takes anything, so that the static_assert in send()
/// gives the error message.
struct nothing_to_send {
  template <class Value>  // NOLINTNEXTLINE(bugprone-forwarding-reference-overload): takes anything
  nothing_to_send(Value&&) noexcept {}
};
template <class Send>
using send_argument = std::conditional_t<std::is_void<Send>::value, nothing_to_send, Send>;

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
