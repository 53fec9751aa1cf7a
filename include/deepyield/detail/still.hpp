// An object that stays where it is when who keeps it is moved.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/detail/aligned.hpp>
#include <deepyield/detail/inlined.hpp>

#include <boost/config.hpp>

#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// A std::unique_ptr of which every function is inlined: a compiler keeps in registers only what no function is told the address of.
template <class Type>
class still {
 public:
  explicit still(Type* object) noexcept : object_(object) {}
  DEEPYIELD_INLINED still(still&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  still& operator=(still&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  DEEPYIELD_INLINED ~still() {
    if (object_) destroy(object_);
  }

  DEEPYIELD_INLINED Type& operator*() const noexcept { return *object_; }
  DEEPYIELD_INLINED Type* operator->() const noexcept { return object_; }

 private:
  BOOST_NOINLINE static void destroy(Type* object) noexcept { on_heap<Type>::end(object); }

  Type* object_;
};

template <class Type, class... Argument>
still<Type> make_still(Argument&&... arguments) {
  return still<Type>(on_heap<Type>::make(std::forward<Argument>(arguments)...));
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
