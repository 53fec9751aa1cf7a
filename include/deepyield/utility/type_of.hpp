// type_of: an object that stands for a type (std::type_identity).
#pragma once

#include <deepyield/config.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Type>
struct type_of {
  using type = Type;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
