// optional: an object that is made later than its storage, and can be replaced. Not
// boost::optional: GCC at -O2 wrongly warns that its value may be used uninitialised.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/inlined.hpp>

#include <boost/config.hpp>

#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Destroys an object. Specialised for types whose destructor a compiler does not inline.
template <class Type>
struct destructor {
  static DEEPYIELD_INLINED void destroy(Type& object) noexcept { object.~Type(); }
};

template <class Type>
class optional {
 public:
  optional() noexcept : none_() {}
  DEEPYIELD_INLINED explicit optional(Type&& value) : value_(std::move(value)), made_(true) {}
  DEEPYIELD_INLINED optional(optional&& other) noexcept(
      std::is_nothrow_move_constructible<Type>::value)
      : none_() {
    if (other) emplace(std::move(*other));
  }
  /// Also for types that can be moved but not assigned, such as lambdas.
  optional& operator=(optional&& other) noexcept(std::is_nothrow_move_constructible<Type>::value) {
    if (this == &other) return *this;
    reset();
    if (other) emplace(std::move(*other));
    return *this;
  }
  DEEPYIELD_INLINED ~optional() {
    if (made_) destructor<Type>::destroy(value_);
  }

  DEEPYIELD_INLINED void reset() noexcept {
    if (!made_) return;
    destroy();
    none_ = nothing();
  }

  /// Empties it without destroying the value.
  void abandon() noexcept { made_ = false; }

  /// Makes a value from the arguments, in place of the one before, if any.
  template <class... Argument>
  DEEPYIELD_INLINED Type& emplace(Argument&&... arguments) {
    if (made_) destroy();
    ::new (static_cast<void*>(std::addressof(value_))) Type(std::forward<Argument>(arguments)...);
    made_ = true;
    return **this;
  }

  /// Makes a value from what `make()` returns; from C++17 on without moving it.
  template <class Make>
  DEEPYIELD_INLINED Type& emplace_from(Make make) {
    if (made_) destroy();
    ::new (static_cast<void*>(std::addressof(value_))) Type(make());
    made_ = true;
    return **this;
  }

  explicit operator bool() const noexcept { return made_; }
  Type& operator*() noexcept { return value_; }
  const Type& operator*() const noexcept { return value_; }

 private:
  DEEPYIELD_INLINED void destroy() noexcept {
    made_ = false;
    destructor<Type>::destroy(value_);
  }

  // As large as the value, and written as a whole: otherwise compilers think that it is read
  // uninitialised, or keep it out of registers.
  struct nothing {
    unsigned char bytes[sizeof(Type)];
  };
  union {
    nothing none_;
    Type value_;
  };
  bool made_ = false;
};

/// The current element of a range: stores an element given by value, and points to one given by
/// reference.
template <class Element>
class current_element {
 public:
  /// Makes what `make()` returns the element, until the next call. Returns its address.
  template <class Make>
  std::remove_reference_t<Element>* emplace_from(Make make) {
    return std::addressof(value_.emplace_from(std::move(make)));
  }
  std::remove_reference_t<Element>* get() noexcept { return std::addressof(*value_); }

 private:
  optional<std::remove_cv_t<Element>> value_;
};

template <class Element>
class current_element<Element&> {
 public:
  template <class Make>
  Element* emplace_from(Make make) {
    Element& element = make();
    element_ = std::addressof(element);
    if (!element_) BOOST_UNREACHABLE_RETURN(nullptr);  // which GCC does not infer from a reference
    return element_;
  }
  Element* get() const noexcept { return element_; }

 private:
  Element* element_ = nullptr;
};

template <class Element>
class current_element<Element&&> : public current_element<Element&> {
 public:
  template <class Make>
  Element* emplace_from(Make make) {
    return current_element<Element&>::emplace_from([&]() -> Element& {
      Element&& element = make();
      return element;
    });
  }
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
