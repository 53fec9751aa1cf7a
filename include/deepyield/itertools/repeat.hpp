// repeat: one object again and again. Python: itertools.repeat.
#pragma once

#include <deepyield/generator.hpp>

#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// A reference to the object, which is kept in the generator, `times` times; without an end if that is not given.
///
///   for (const std::string& word : itertools::repeat(std::string("spam"), 3)) std::cout << word;
template <class Value>
generator<const Value&> repeat(Value value, std::size_t times) {
  return [value = std::move(value), times](yielder<const Value&>& yield) {
    for (std::size_t n = 0; n < times; ++n) yield(value);
  };
}
template <class Value>
generator<const Value&> repeat(Value value) {
  return [value = std::move(value)](yielder<const Value&>& yield) {
    for (;;) yield(value);
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
