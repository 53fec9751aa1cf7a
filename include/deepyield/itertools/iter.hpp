// iter: what a function returns, until it returns a certain value. Python: iter(callable,
// sentinel).
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/cursor_adaptor.hpp>
#include <deepyield/ranges/refusal.hpp>
#include <deepyield/utility/inlined.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Function, class Sentinel>
class iter_cursor : public making_cursor<decltype(std::declval<Function&>()())> {
 public:
  iter_cursor(Function function, Sentinel sentinel)
      : function_(std::move(function)), sentinel_(std::move(sentinel)) {}
  DEEPYIELD_INLINED iter_cursor(iter_cursor&&) = default;
  DEEPYIELD_INLINED ~iter_cursor() = default;

  DEEPYIELD_INLINED auto next() -> decltype(this->current()) {
    const auto result = this->make_current([this]() -> decltype(auto) { return function_(); });
    return *result == sentinel_ ? nullptr : result;
  }

 private:
  Function function_;
  Sentinel sentinel_;
};

/// How iter() is called.
struct iter_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: iter() takes a function without parameters, then what ends the "
                  "range: iter(function, sentinel).");
    return {};
  }
};
struct sentinel_is_not_compared : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: iter() ends where function() == sentinel, and these two have no ==.");
    return {};
  }
};
template <class Function, class Sentinel, class = void>
struct sentinel_check : sentinel_is_not_compared {};
template <class Function, class Sentinel>
struct sentinel_check<
    Function, Sentinel,
    decltype(static_cast<void>(static_cast<bool>(
        std::declval<std::remove_reference_t<decltype(std::declval<Function&>()())>&>() ==
        std::declval<Sentinel&>())))> : accepted {};
template <class Function>
struct iter_result_check : result_check<Function> {};
template <class Function, class Sentinel>
using iter_check = all_checks<
    std::conditional_t<is_called<Function, arguments<>>::value, accepted, iter_signature>,
    iter_result_check<Function>, sentinel_check<Function, Sentinel>>;

}  // namespace detail

namespace itertools {

/// What `function()` returns, until it returns something that is equal to `sentinel`. Calls the
/// function once for each element that is asked for, and not again after the sentinel.
///
///   // 2, 3
///   std::istringstream input("2 3 0 4");
///   const auto number = [&] {
///     int n;
///     input >> n;
///     return n;
///   };
///   for (int i : itertools::iter(number, 0)) use(i);
///   // the characters of a file
///   for (int c : itertools::iter([] { return std::getchar(); }, EOF)) use(c);
template <class Function, class Sentinel,
          detail::if_accepted<detail::iter_check<Function, Sentinel>> = 0>
DEEPYIELD_INLINED lazy_range<detail::iter_cursor<Function, Sentinel>> iter(Function function,
                                                                           Sentinel sentinel) {
  return detail::make_lazy_range<detail::iter_cursor<Function, Sentinel>>(std::move(function),
                                                                          std::move(sentinel));
}
template <class Function, class Sentinel,
          detail::if_refused<detail::iter_check<Function, Sentinel>> = 0>
detail::refused iter(Function, Sentinel) {
  return detail::iter_check<Function, Sentinel>::template refuse<false>();
}

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
