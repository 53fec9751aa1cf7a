// Where an object lies, and not where its type says that it should.
#pragma once

#include <cstddef>
#include <cstdint>

// Through a volatile: of an over-aligned object's address a compiler takes the low bits to be 0
// without a look at it.
inline bool is_aligned(const void* address, std::size_t alignment) {
  const void* const volatile looked_at = address;
  return reinterpret_cast<std::uintptr_t>(looked_at) % alignment == 0;
}
