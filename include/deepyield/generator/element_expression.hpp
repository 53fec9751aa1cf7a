// e(x): how an element reaches the other side, for each form of the element type. Shared by
// `yield(x)`, `yield.try_yield(x)` and `push(x)`.
//
//   Element    e(x)
//   T          an rvalue is bound where it is; an lvalue is copied into the expression, so that
//              the other side may change its element
//   T&         binds: the other side sees the very object
//   T&&        binds: the other side may take the object; an lvalue does not compile
//   void       no x
//
// Base::transfer(element) takes it across, and returns the expression's value (a Base::result). The
// operators are forced inline: a call that is entered on one side of a switch and left after it is
// a mispredicted return, and a frame more to unwind when the generator is abandoned.
#pragma once

#include <deepyield/config.hpp>

#include <boost/config.hpp>

#include <type_traits>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class...>
struct always_false : std::false_type {};

/// The address of an element, as the coroutine passes it.
template <class Element>
void* untyped(Element* element) noexcept {
  return const_cast<void*>(static_cast<const volatile void*>(element));
}
template <class Element>
BOOST_FORCEINLINE void* address_of(Element& element) noexcept {
  // what std::addressof does, which is three calls in a build without optimisation
  return const_cast<char*>(&reinterpret_cast<const volatile char&>(element));
}

template <class Element, class Base>
class element_expression : public Base {
 public:
  using typename Base::result;

  BOOST_FORCEINLINE result operator()(Element&& element) { return this->transfer(element); }

  BOOST_FORCEINLINE result operator()(const Element& element) {
    static_assert(std::is_copy_constructible<Element>::value,
                  "deepyield: a generator<T> or consumer<T> copies an lvalue, and this T cannot be "
                  "copied. Write std::move(x), or make it T&.");
    // no second error after the first
    std::conditional_t<std::is_copy_constructible<Element>::value, Element, const Element&> copy(
        element);
    return this->transfer(copy);
  }

  template <class Other,
            std::enable_if_t<!std::is_convertible<Other&&, const Element&>::value, int> = 0>
  result operator()(Other&&) {
    static_assert(always_false<Other>::value,
                  "deepyield: what is yielded or pushed does not convert to the element type of "
                  "the generator or consumer, its first template argument.");
  }

 protected:
  using Base::Base;
};

template <class Element, class Base>
class element_expression<Element&, Base> : public Base {
 public:
  using typename Base::result;

  BOOST_FORCEINLINE result operator()(Element& element) { return this->transfer(element); }

  template <class Other, std::enable_if_t<!std::is_convertible<Other&&, Element&>::value, int> = 0>
  result operator()(Other&&) {
    static_assert(always_false<Other>::value,
                  "deepyield: a generator<T&> yields lvalues of type T, and a consumer<T&> is "
                  "pushed them; this does not bind to T&. For temporaries make it T or "
                  "const T&.");
  }

 protected:
  using Base::Base;
};

template <class Element, class Base>
class element_expression<Element&&, Base> : public Base {
 public:
  using typename Base::result;

  BOOST_FORCEINLINE result operator()(Element&& element) { return this->transfer(element); }

  template <class Other, std::enable_if_t<!std::is_convertible<Other&&, Element&&>::value, int> = 0>
  result operator()(Other&&) {
    static_assert(always_false<Other>::value,
                  "deepyield: a generator<T&&> yields rvalues of type T, and a consumer<T&&> is "
                  "pushed them; this does not bind to T&&. Write std::move(x), or make "
                  "it T.");
  }

 protected:
  using Base::Base;
};

template <class Base>
class element_expression<void, Base> : public Base {
 public:
  using typename Base::result;

  BOOST_FORCEINLINE result operator()() {
    return this->transfer(*this);
  }  // any address but nullptr will do

  template <class Other>
  result operator()(Other&&) {
    static_assert(always_false<Other>::value,
                  "deepyield: a generator<void> yields no value: write yield(); and a "
                  "consumer<void> is pushed none: push().");
  }

 protected:
  using Base::Base;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
