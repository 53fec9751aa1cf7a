// identity: the function that returns its argument (std::identity).
#pragma once

#include <deepyield/config.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// The default of a key function.
struct identity {
  template <class Element>
  Element&& operator()(Element&& element) const noexcept {
    return std::forward<Element>(element);
  }
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
