// What every contender's elements go through: the same statement, so that what differs is how they
// get there.
#pragma once

#include <boost/config.hpp>

#include <cstdint>

namespace support {

/// Keeps the compiler from knowing what becomes of a value: it has to be there, in a register, and
/// loops over such values can be neither summed up in advance nor vectorised. Costs no instruction.
/// (benchmark::DoNotOptimize also clobbers memory, which would burden the contenders that the
/// compiler can keep in registers, and Clang stores its operand.)
BOOST_FORCEINLINE void look_at(std::uint64_t value) { asm volatile("" : : "r"(value)); }

/// Keeps the compiler from knowing where a value comes from.
template <class Value>
BOOST_FORCEINLINE Value unknown(Value value) {
  asm volatile("" : "+r"(value));
  return value;
}

}  // namespace support
