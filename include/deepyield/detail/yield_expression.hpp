// yield(x): how the element reaches the consumer, for each form of the generator's Yield.
//
//   Yield      yield(x)
//   T          an rvalue is bound where it is; an lvalue is copied into the yield expression, so that the consumer may change its element
//   T&         binds: the consumer sees the body's own object
//   T&&        binds: the consumer may take the body's object; an lvalue does not compile
//   void       no x: suspends without an element
//
// An element lives until the generator is next resumed. The yield expression returns what was sent: its address, nullptr where nothing
// was sent, and nothing at all where Send is void.
#pragma once

#include <deepyield/detail/coroutine.hpp>

#include <memory>
#include <type_traits>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class...>
struct always_false : std::false_type {};

// What the specialisations below share.
template <class Send, class Engine>
class suspension : protected coroutine<Engine> {
 protected:
  using coroutine<Engine>::coroutine;
  ~suspension() = default;

  using sent = std::conditional_t<std::is_void<Send>::value, void, std::remove_reference_t<Send>*>;

  template <class Element>
  sent hand_over(Element& element) {
    return static_cast<sent>(this->suspend(const_cast<void*>(static_cast<const volatile void*>(std::addressof(element)))));
  }
};

template <class Yield, class Send, class Engine>
class yield_expression : public suspension<Send, Engine> {
  using typename suspension<Send, Engine>::sent;

 public:
  sent operator()(Yield&& element) { return this->hand_over(element); }

  sent operator()(const Yield& element) {
    static_assert(std::is_copy_constructible<Yield>::value,
                  "deepyield: a generator<T> copies the lvalue that is yielded, and this T cannot be copied. Yield std::move(x), or make it a generator<T&>.");
    Yield copy(element);
    return this->hand_over(copy);
  }

  template <class Other, std::enable_if_t<!std::is_convertible<Other&&, const Yield&>::value, int> = 0>
  sent operator()(Other&&) {
    static_assert(always_false<Other>::value, "deepyield: what is yielded does not convert to the element type of the generator, its first template argument.");
  }

 protected:
  using suspension<Send, Engine>::suspension;
  ~yield_expression() = default;
};

template <class Yield, class Send, class Engine>
class yield_expression<Yield&, Send, Engine> : public suspension<Send, Engine> {
  using typename suspension<Send, Engine>::sent;

 public:
  sent operator()(Yield& element) { return this->hand_over(element); }

  template <class Other, std::enable_if_t<!std::is_convertible<Other&&, Yield&>::value, int> = 0>
  sent operator()(Other&&) {
    static_assert(always_false<Other>::value,
                  "deepyield: a generator<T&> yields lvalues of type T, and what is yielded does not bind to T&. For temporaries make it a generator<T> or "
                  "generator<const T&>.");
  }

 protected:
  using suspension<Send, Engine>::suspension;
  ~yield_expression() = default;
};

template <class Yield, class Send, class Engine>
class yield_expression<Yield&&, Send, Engine> : public suspension<Send, Engine> {
  using typename suspension<Send, Engine>::sent;

 public:
  sent operator()(Yield&& element) { return this->hand_over(element); }

  template <class Other, std::enable_if_t<!std::is_convertible<Other&&, Yield&&>::value, int> = 0>
  sent operator()(Other&&) {
    static_assert(always_false<Other>::value,
                  "deepyield: a generator<T&&> yields rvalues of type T, and what is yielded does not bind to T&&. Yield std::move(x), or make it a generator<T>.");
  }

 protected:
  using suspension<Send, Engine>::suspension;
  ~yield_expression() = default;
};

template <class Send, class Engine>
class yield_expression<void, Send, Engine> : public suspension<Send, Engine> {
  using typename suspension<Send, Engine>::sent;

 public:
  sent operator()() { return this->hand_over(*this); }  // any address will do, but for nullptr

  template <class Other>
  sent operator()(Other&&) {
    static_assert(always_false<Other>::value, "deepyield: a generator<void> yields no value: write yield().");
  }

 protected:
  using suspension<Send, Engine>::suspension;
  ~yield_expression() = default;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
