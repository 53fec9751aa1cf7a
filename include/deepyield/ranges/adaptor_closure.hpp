// The pipe syntax of itertools: range | adaptor(arguments).
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/utility/inlined.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// An adaptor with all of its arguments but the range.
template <class Adaptor>
struct DEEPYIELD_NODISCARD adaptor_closure {
  Adaptor adaptor;
};

/// Makes the closure that calls `adaptor(range)`. A function object: argument-dependent lookup does
/// not find it in a user's calls.
struct make_closure_function {
  template <class Adaptor>
  DEEPYIELD_INLINED adaptor_closure<std::decay_t<Adaptor>> operator()(Adaptor&& adaptor) const {
    return {std::forward<Adaptor>(adaptor)};
  }
};
constexpr make_closure_function make_closure{};

template <class Range, class Adaptor, std::enable_if_t<is_range<Range>::value, int> = 0>
DEEPYIELD_INLINED auto operator|(Range&& range, adaptor_closure<Adaptor> end)
    -> decltype(end.adaptor(std::forward<Range>(range))) {
  return end.adaptor(std::forward<Range>(range));
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
