// The statement that uses each element, the same for all contenders.
#pragma once

#include <boost/config.hpp>

#include <cstdint>

namespace support {

/// Hides from the compiler what happens to a value: the value has to be in a register, and a loop
/// over such values can be neither precomputed nor vectorised. Costs no instruction.
/// (benchmark::DoNotOptimize also clobbers memory, which would burden the contenders that the
/// compiler can keep in registers, and Clang stores its operand.)
BOOST_FORCEINLINE void look_at(std::uint64_t value) { asm volatile("" : : "r"(value)); }

/// Hides from the compiler where a value comes from.
template <class Value>
BOOST_FORCEINLINE Value unknown(Value value) {
  asm volatile("" : "+r"(value));
  return value;
}

}  // namespace support
