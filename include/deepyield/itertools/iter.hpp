// iter: what a function returns, until it returns a certain value. Python: iter(callable,
// sentinel).
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/cursor_adaptor.hpp>
#include <deepyield/utility/inlined.hpp>

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
template <class Function, class Sentinel>
DEEPYIELD_INLINED lazy_range<detail::iter_cursor<Function, Sentinel>> iter(Function function,
                                                                           Sentinel sentinel) {
  return detail::make_lazy_range<detail::iter_cursor<Function, Sentinel>>(std::move(function),
                                                                          std::move(sentinel));
}

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
