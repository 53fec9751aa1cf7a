// Checks where an object really lies.
#pragma once

#include <cstddef>
#include <cstdint>

// Reads the address through a volatile: a compiler assumes that the low bits of an over-aligned
// object's address are 0.
inline bool is_aligned(const void* address, std::size_t alignment) {
  const void* const volatile looked_at = address;
  return reinterpret_cast<std::uintptr_t>(looked_at) % alignment == 0;
}
