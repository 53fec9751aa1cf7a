// count: numbers without an end. Python: itertools.count.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/utility/inlined.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Number>
class count_cursor {
 public:
  using element_type = Number;

  count_cursor(Number start, Number step) : start_(start), step_(step) {}

  DEEPYIELD_INLINED Number* next() {
    current_ = static_cast<Number>(static_cast<wide>(start_) + times_ * static_cast<wide>(step_));
    ++times_;
    return &current_;
  }

  Number* current() noexcept { return &current_; }

 private:
  // unsigned, since n * step may overflow although start + n * step does not
  using wide = std::conditional_t<std::is_integral<Number>::value, std::uintmax_t, Number>;

  Number start_, step_;
  wide times_ = wide();
  Number current_ = Number();
};

}  // namespace detail

namespace itertools {

/// start, start + step, start + 2 * step, ... without an end. Each floating-point number is
/// computed from the start, so that rounding errors do not add up. After the largest integer comes
/// the smallest.
///
///   for (int i : itertools::count(10, 5) | itertools::islice(3)) use(i);  // 10, 15, 20
template <class Number = int>
DEEPYIELD_INLINED lazy_range<detail::count_cursor<Number>> count(Number start = Number(),
                                                                 Number step = Number(1)) {
  return detail::make_lazy_range<detail::count_cursor<Number>>(start, step);
}

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
