// range: numbers in even steps. Python: range.
#pragma once

#include <deepyield/generator.hpp>

#include <stdexcept>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// start, start + step, ... while less than stop, or more than it where the step is negative. Throws std::invalid_argument for a step of 0.
///
///   for (int i : itertools::range(10, 4, -3)) use(i);  // 10, 7
template <class Number>
generator<Number> range(Number start, Number stop, Number step) {
  if (step == Number()) throw std::invalid_argument("deepyield: range() needs a step that is not 0");
  return [=](yielder<Number>& yield) {
    // By what is left, so that no number beyond the stop is ever reckoned.
    if (step > Number())
      for (Number i = start; i < stop;) {
        yield(Number(i));
        if (stop - i <= step) return;
        i = static_cast<Number>(i + step);
      }
    else
      for (Number i = start; i > stop;) {
        yield(Number(i));
        if (stop - i >= step) return;
        i = static_cast<Number>(i + step);
      }
  };
}

///   for (int i : itertools::range(2, 5)) use(i);  // 2, 3, 4
///   for (int i : itertools::range(3)) use(i);     // 0, 1, 2
template <class Number>
generator<Number> range(Number start, Number stop) {
  return itertools::range(start, stop, Number(1));
}
template <class Number>
generator<Number> range(Number stop) {
  return itertools::range(Number(), stop, Number(1));
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
