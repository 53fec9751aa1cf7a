// Tuples taken apart: what std::apply does from C++17 on.
#pragma once

#include <deepyield/config.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Function, class Tuple, std::size_t... Index>
decltype(auto) apply_to_parts(Function&& function, Tuple&& tuple, std::index_sequence<Index...>) {
  return std::forward<Function>(function)(std::get<Index>(std::forward<Tuple>(tuple))...);
}

/// function(part...) of the parts of a tuple, pair or array.
template <class Function, class Tuple>
auto apply_to_parts(Function&& function, Tuple&& tuple)
    -> decltype(detail::apply_to_parts(std::forward<Function>(function), std::forward<Tuple>(tuple),
                                       std::make_index_sequence<std::tuple_size<std::decay_t<Tuple>>::value>())) {
  return detail::apply_to_parts(std::forward<Function>(function), std::forward<Tuple>(tuple),
                                std::make_index_sequence<std::tuple_size<std::decay_t<Tuple>>::value>());
}

/// Whether the first of several ranges is being read already, and so refuses.
inline bool first_executing(std::tuple<>&) noexcept { return false; }
template <class First, class... Rest>
bool first_executing(std::tuple<First, Rest...>& ranges) {
  return std::get<0>(ranges).executing();
}

/// function(part) of each part in turn.
template <class Function, class... Part>
void for_each_of(std::tuple<Part...>& parts, Function function) {
  detail::apply_to_parts(
      [&](auto&... part) {
        const int each[] = {0, (function(part), 0)...};
        (void)each;
      },
      parts);
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
