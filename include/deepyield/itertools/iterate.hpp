// iterate: applies a function to its own result, again and again. Python: more_itertools.iterate.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/refusal.hpp>
#include <deepyield/utility/inlined.hpp>

#include <memory>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Function, class Value>
class iterate_cursor {
 public:
  using element_type = const Value&;

  iterate_cursor(Function function, Value start)
      : function_(std::move(function)), value_(std::move(start)) {}

  DEEPYIELD_INLINED const Value* next() {
    if (begun_) value_ = function_(std::move(value_));
    begun_ = true;
    return std::addressof(value_);
  }

  const Value* current() noexcept { return std::addressof(value_); }

 private:
  Function function_;
  Value value_;
  bool begun_ = false;
};

/// How iterate() is called.
struct iterate_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: iterate() takes the function, then its first argument, to whose type "
                  "the results convert: iterate(function, start).");
    return {};
  }
};
template <class Function, class Value, class = void>
struct iterate_check : iterate_signature {};
template <class Function, class Value>
struct iterate_check<Function, Value,
                     decltype(static_cast<void>(std::declval<Value&>() = std::declval<Function&>()(
                                                    std::declval<Value>())))> : accepted {};

}  // namespace detail

namespace itertools {

/// start, function(start), function(function(start)), ... without an end.
///
///   // 1, 2, 4, 8
///   for (int i : itertools::iterate([](int n) { return 2 * n; }, 1) | itertools::islice(4))
///     use(i);
template <class Function, class Value,
          detail::if_accepted<detail::iterate_check<Function, Value>> = 0>
DEEPYIELD_INLINED lazy_range<detail::iterate_cursor<Function, Value>> iterate(Function function,
                                                                              Value start) {
  return detail::make_lazy_range<detail::iterate_cursor<Function, Value>>(std::move(function),
                                                                          std::move(start));
}
template <class Function, class Value,
          detail::if_refused<detail::iterate_check<Function, Value>> = 0>
detail::refused iterate(Function, Value) {
  return detail::iterate_check<Function, Value>::template refuse<false>();
}

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
