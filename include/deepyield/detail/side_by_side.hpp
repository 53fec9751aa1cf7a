// Several ranges read together, and tuples taken apart: what std::apply does from C++17 on.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/detail/ranges.hpp>

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
auto apply_to_parts(Function&& function, Tuple&& tuple) -> decltype(apply_to_parts(std::forward<Function>(function), std::forward<Tuple>(tuple),
                                                                                   std::make_index_sequence<std::tuple_size<std::decay_t<Tuple>>::value>())) {
  return apply_to_parts(std::forward<Function>(function), std::forward<Tuple>(tuple), std::make_index_sequence<std::tuple_size<std::decay_t<Tuple>>::value>());
}

/// A tuple of readers, one for each held_range of a tuple.
template <class... Held>
auto readers_of(std::tuple<Held...>& held) {
  return apply_to_parts([](auto&... range) { return std::make_tuple(reader<std::remove_reference_t<decltype(*range)>>(*range)...); }, held);
}

/// Goes on in all of them, until one has no further element: those after it are then not asked.
template <class... Reader>
bool all_have_next(std::tuple<Reader...>& readers) {
  bool all = true;
  apply_to_parts(
      [&](auto&... reader) {
        const bool each[] = {true, (all = all && reader.next())...};
        (void)each;
      },
      readers);
  return all;
}

/// function(element...) of what they stand on.
template <class Function, class... Reader>
decltype(auto) apply_to_elements(Function&& function, std::tuple<Reader...>& readers) {
  return apply_to_parts([&](auto&... reader) -> decltype(auto) { return function(*reader...); }, readers);
}

/// function(part) of each part in turn.
template <class Function, class... Part>
void for_each_of(std::tuple<Part...>& parts, Function function) {
  apply_to_parts(
      [&](auto&... part) {
        const int each[] = {0, (function(part), 0)...};
        (void)each;
      },
      parts);
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
