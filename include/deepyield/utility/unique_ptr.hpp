// unique_ptr: ownership of an object that stays in place when its owner is moved.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/inlined.hpp>

#include <boost/config.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// A std::unique_ptr that is inlined: compilers keep a variable in registers only if no function is
/// passed its address.
template <class Type>
class unique_ptr {
 public:
  DEEPYIELD_INLINED unique_ptr(unique_ptr&& other) noexcept
      : object_(std::exchange(other.object_, nullptr)) {}
  unique_ptr& operator=(unique_ptr&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  DEEPYIELD_INLINED ~unique_ptr() {
    if (object_) destroy(object_);
  }

  template <class... Argument>
  static unique_ptr make(Argument&&... arguments) {
    return unique_ptr(aligned_new<Type>::make(std::forward<Argument>(arguments)...));
  }

  DEEPYIELD_INLINED Type& operator*() const noexcept { return *object_; }
  DEEPYIELD_INLINED Type* operator->() const noexcept { return object_; }

 private:
  explicit unique_ptr(Type* object) noexcept : object_(object) {}

  BOOST_NOINLINE static void destroy(Type* object) noexcept { aligned_new<Type>::destroy(object); }

  Type* object_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
