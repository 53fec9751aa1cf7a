// count: numbers without an end. Python: itertools.count.
#pragma once

#include <deepyield/generator.hpp>

#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// start, start + step, start + 2 * step, ... without an end. Of floating-point numbers each is reckoned from the start, so that errors do not add up. What lies beyond
/// the largest number of an integer type is undefined, as always.
///
///   for (int i : itertools::count(10, 5) | itertools::islice(3)) use(i);  // 10, 15, 20
template <class Number = int>
generator<Number> count(Number start = Number(), Number step = Number(1)) {
  return [=](yielder<Number>& yield) {
    for (Number times = Number();; ++times) yield(static_cast<Number>(start + times * step));
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
