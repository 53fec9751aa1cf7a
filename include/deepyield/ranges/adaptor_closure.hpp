// The pipe syntax of itertools: range | adaptor(arguments).
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/ranges/refusal.hpp>
#include <deepyield/utility/inlined.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// An adaptor with all of its arguments but the range. Adaptor: has a `check<Range>`, and is called
/// with a range that this accepts.
template <class Adaptor>
struct DEEPYIELD_NODISCARD adaptor_closure {
  // For the error message, if it is read like a range.
  refused::iterator begin() const {
    adaptor_lacks_its_range::refuse<sizeof(Adaptor) == 0>();
    return {};
  }
  refused::iterator end() const { return {}; }

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

template <class Range, class Adaptor, if_accepted<typename Adaptor::template check<Range>> = 0>
DEEPYIELD_INLINED auto operator|(Range&& range, adaptor_closure<Adaptor> end) {
  return end.adaptor(std::forward<Range>(range));
}
template <class Range, class Adaptor, if_refused<typename Adaptor::template check<Range>> = 0>
refused operator|(Range&&, const adaptor_closure<Adaptor>&) {
  return Adaptor::template check<Range>::template refuse<false>();
}
template <class Range>
refused operator|(Range&&, refused) {
  return {};
}

/// The base of adaptors that ranges are piped into.
struct pipeable {
  template <class Range>
  friend refused operator|(Range&&, const pipeable&) {
    return adaptor_is_not_called::refuse<sizeof(std::remove_reference_t<Range>*) == 0>();
  }
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
