// An object that is made later than its place. Not boost::optional: at -O2 GCC says of that, wrongly, that it may be used uninitialised.
#pragma once

#include <deepyield/config.hpp>

#include <new>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Type>
class late {
 public:
  late() noexcept = default;
  late(late&& other) {
    if (other) emplace(std::move(*other));
  }
  late& operator=(late&&) = delete;
  ~late() {
    if (made_) (**this).~Type();
  }

  /// Only once.
  template <class... Argument>
  void emplace(Argument&&... arguments) {
    ::new (static_cast<void*>(place_)) Type(std::forward<Argument>(arguments)...);
    made_ = true;
  }

  explicit operator bool() const noexcept { return made_; }
  Type& operator*() noexcept { return *reinterpret_cast<Type*>(place_); }
  const Type& operator*() const noexcept { return *reinterpret_cast<const Type*>(place_); }

 private:
  alignas(Type) unsigned char place_[sizeof(Type)] = {};
  bool made_ = false;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
