// std::apply, which C++14 does not have.
#pragma once

#include <deepyield/config.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Calls function(part...) with the parts of a tuple, pair or array. A function object: a function
/// would be ambiguous with std::apply.
class apply_function {
  template <class Function, class Tuple, std::size_t... Index>
  static decltype(auto) call(Function&& function, Tuple&& tuple, std::index_sequence<Index...>) {
    return std::forward<Function>(function)(std::get<Index>(std::forward<Tuple>(tuple))...);
  }
  template <class Tuple>
  using indices_of = std::make_index_sequence<std::tuple_size<std::decay_t<Tuple>>::value>;

 public:
  template <class Function, class Tuple>
  decltype(auto) operator()(Function&& function, Tuple&& tuple) const {
    return call(std::forward<Function>(function), std::forward<Tuple>(tuple), indices_of<Tuple>());
  }
};
constexpr apply_function apply{};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
