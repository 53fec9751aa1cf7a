// count: numbers without an end. Python: itertools.count.
#pragma once

#include <deepyield/lazy_range.hpp>

#include <boost/config.hpp>

#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Number>
class counting {
 public:
  using element_type = Number;

  counting(Number start, Number step) : start_(start), step_(step) {}

  BOOST_FORCEINLINE Number* next() {
    current_ = static_cast<Number>(start_ + times_ * step_);
    ++times_;
    return &current_;
  }

  Number* current() noexcept { return &current_; }

 private:
  Number start_, step_;
  Number times_ = Number();
  Number current_ = Number();
};

}  // namespace detail

namespace itertools {

/// start, start + step, start + 2 * step, ... without an end. Of floating-point numbers each is reckoned from the start, so that errors do not add up. What lies beyond
/// the largest number of an integer type is undefined, as always.
///
///   for (int i : itertools::count(10, 5) | itertools::islice(3)) use(i);  // 10, 15, 20
template <class Number = int>
BOOST_FORCEINLINE lazy_range<detail::counting<Number>> count(Number start = Number(), Number step = Number(1)) {
  return detail::lazily<detail::counting<Number>>(start, step);
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
