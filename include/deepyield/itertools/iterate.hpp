// iterate: applies a function to its own result, again and again. Python: more_itertools.iterate.
#pragma once

#include <deepyield/lazy_range.hpp>
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

}  // namespace detail

namespace itertools {

/// start, function(start), function(function(start)), ... without an end.
///
///   // 1, 2, 4, 8
///   for (int i : itertools::iterate([](int n) { return 2 * n; }, 1) | itertools::islice(4))
///     use(i);
template <class Function, class Value>
DEEPYIELD_INLINED lazy_range<detail::iterate_cursor<Function, Value>> iterate(Function function,
                                                                              Value start) {
  return detail::make_lazy_range<detail::iterate_cursor<Function, Value>>(std::move(function),
                                                                          std::move(start));
}

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
