// The sizes of stacks, and where in its memory a stack lies. Sizes are powers of two.
//
//   a slab:   | guard | stack 0 ......... top | guard | stack 1 ......... top | ...
//                                     ^ handed out a little below the end, by another amount each:
//                                       tops that have the same low bits of their addresses would
//                                       compete for the same lines of the first-level cache
#pragma once

#include <boost/context/stack_context.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>

namespace deepyield {
inline namespace v2 {
namespace detail {

constexpr unsigned smallest = 14;  // log2 of bytes
// Where addresses have 32 bits, half of what can be addressed.
constexpr unsigned largest = std::numeric_limits<std::size_t>::digits < 64 ? 30 : 40;
constexpr std::size_t usual_page = 4096;
constexpr std::size_t highest_stagger = 2048;

inline std::size_t bytes_of(unsigned log2) { return std::size_t(1) << log2; }

// How far below its end a stack is handed out: by one to 32 cache lines, so that a body that needs
// little still touches one page only. What is above holds the label.
inline std::size_t stagger(const char* stack, unsigned log2) {
  return ((reinterpret_cast<std::uintptr_t>(stack) >> log2) % 32 + 1) * 64;
}

// What page_size() gives, at hand without a call: set before any stack is handed out.
extern std::size_t guard_bytes;

// All stacks of one size are handed out equally large, wherever they begin. What the highest
// stagger leaves is below them, above the guard.
inline std::size_t handed_out(unsigned log2) {
  return bytes_of(log2) - highest_stagger - guard_bytes;
}

inline char* top_of(char* memory, unsigned log2) {
  return memory + bytes_of(log2) - stagger(memory, log2);
}

inline boost::context::stack_context context_of(void* top, std::size_t bytes) {
  boost::context::stack_context stack;
  stack.sp = top;
  stack.size = bytes;
  return stack;
}

// The stack's memory, given its top: it starts one guard page below the page that holds the bottom
// of what is handed out.
inline char* memory_of(void* top, unsigned log2) {
  char* const bottom = static_cast<char*>(top) - handed_out(log2);
  return bottom - (reinterpret_cast<std::uintptr_t>(bottom) & (guard_bytes - 1)) - guard_bytes;
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
