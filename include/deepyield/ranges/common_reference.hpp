// The element type that several ranges have in common.
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/value.hpp>

#include <type_traits>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <bool...>
struct all_of;

/// The element type of several ranges: their reference type if they all have the same, else the
/// common type of their values.
template <class... Range>
struct common_reference;
template <class First, class... Rest>
struct common_reference<First, Rest...> {
  template <bool... Same>
  static constexpr bool all = std::is_same<all_of<true, Same...>, all_of<Same..., true>>::value;
  using type = std::conditional_t<
      all<std::is_same<range_reference_t<First>, range_reference_t<Rest>>::value...>,
      range_reference_t<First>, std::common_type_t<range_value_t<First>, range_value_t<Rest>...>>;
};
template <class... Range>
using common_reference_of = typename common_reference<Range...>::type;

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
