// Address space for stacks: slabs of many, each with its guard page. This is the stack pool's lower
// half: only stack_memory_<system>.cpp reserves, guards and gives back memory.
#pragma once

#include <cstddef>

namespace deepyield {
inline namespace v2 {
namespace detail {

std::size_t page_size() noexcept;

/// How many bytes to reserve at once, for as many stacks as fit, but at least one.
extern const std::size_t slab_bytes;

/// Reserves `bytes`; nullptr where the system refuses.
char* reserve(std::size_t bytes) noexcept;
void unreserve(char* memory, std::size_t bytes) noexcept;

/// Makes the page at `page` fault when it is touched. Returns whether that worked.
bool guard(char* page) noexcept;

/// Gives the memory back, but keeps the address space and its guard pages.
void give_back(char* memory, std::size_t bytes) noexcept;

std::size_t resident(char* memory, std::size_t bytes) noexcept;

/// Throws why the system may have refused `bytes` more: the limit, its value, the remedy.
[[noreturn]] void throw_refused(std::size_t bytes, int error);

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
