// range | adaptor(arguments): the adaptors of itertools, called with all arguments but the range.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/utility/inlined.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// What waits for its range.
template <class Adaptor>
struct DEEPYIELD_NODISCARD adaptor_closure {
  Adaptor adaptor;
};

/// The closure that calls `adaptor(range)`. An object, lest argument-dependent lookup finds a
/// function of this name beside a user's.
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
}  // namespace v1
}  // namespace deepyield
