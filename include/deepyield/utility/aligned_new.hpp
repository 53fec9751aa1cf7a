// new and delete for types of any alignment. Before C++17 `new` and std::allocator align to no more
// than std::max_align_t.
#pragma once

#include <deepyield/config.hpp>

#include <boost/align/aligned_alloc.hpp>

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Type>
struct new_aligns {
#if defined(__cpp_aligned_new)
  static constexpr bool value = true;
#else
  static constexpr bool value = alignof(Type) <= alignof(std::max_align_t);
#endif
};

/// `new Type(arguments...)` and `delete`.
template <class Type, bool = new_aligns<Type>::value>
struct aligned_new {
  template <class... Argument>
  static Type* make(Argument&&... arguments) {
    return new Type(std::forward<Argument>(arguments)...);
  }
  static void destroy(Type* object) noexcept { delete object; }
};

template <class Type>
struct aligned_new<Type, false> {
  template <class... Argument>
  static Type* make(Argument&&... arguments) {
    struct give_back {
      void operator()(void* memory) const noexcept { boost::alignment::aligned_free(memory); }
    };
    std::unique_ptr<void, give_back> memory(
        boost::alignment::aligned_alloc(alignof(Type), sizeof(Type)));
    if (!memory) throw std::bad_alloc();
    Type* const object = ::new (memory.get()) Type(std::forward<Argument>(arguments)...);
    memory.release();
    return object;
  }
  static void destroy(Type* object) noexcept {
    object->~Type();
    boost::alignment::aligned_free(object);
  }
};

/// The element type of a standard container, if the container's allocator can align it.
template <class Value>
struct container_element {
  static_assert(new_aligns<Value>::value,
                "deepyield: this adaptor keeps elements in a standard container, which before "
                "C++17 aligns none to more "
                "than std::max_align_t. Compile it as C++17, or give it pointers to them.");
  using type = Value;
};
template <class Value>
using container_element_t = typename container_element<Value>::type;

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
