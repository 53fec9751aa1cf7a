// iterate: an object, a function of it, a function of that. Python: more_itertools.iterate.
#pragma once

#include <deepyield/generator.hpp>

#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// start, function(start), function(function(start)), ... without an end.
///
///   for (int i : itertools::iterate([](int n) { return 2 * n; }, 1) | itertools::islice(4)) use(i);  // 1, 2, 4, 8
template <class Function, class Value>
generator<const Value&> iterate(Function function, Value start) {
  return [function = std::move(function), value = std::move(start)](yielder<const Value&>& yield) mutable {
    for (;;) {
      yield(value);
      value = function(std::move(value));
    }
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
