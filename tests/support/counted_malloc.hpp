// Counts what a library has allocated, if it takes functions to allocate with.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>

inline int& live_allocations() {
  static int count = 0;
  return count;
}

inline void* counted_malloc(std::size_t bytes) {
  void* const memory = std::malloc(bytes);
  if (memory) ++live_allocations();
  return memory;
}

inline void counted_free(void* memory) {
  if (memory) --live_allocations();
  std::free(memory);
}

inline void* counted_realloc(void* memory, std::size_t bytes) {
  if (!memory) return counted_malloc(bytes);
  return std::realloc(memory, bytes);
}

inline char* counted_strdup(const char* text) {
  const std::size_t bytes = std::strlen(text) + 1;
  void* const copy = counted_malloc(bytes);
  return copy ? static_cast<char*>(std::memcpy(copy, text, bytes)) : nullptr;
}
