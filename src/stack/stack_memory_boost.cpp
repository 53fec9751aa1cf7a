// Stacks for other systems: Boost.Context maps each of them, with a guard page.
#include "stack/stack_memory.hpp"

#include <deepyield/errors.hpp>

#include <boost/context/protected_fixedsize_stack.hpp>
#include <boost/context/stack_traits.hpp>

#include <new>
#include <string>

namespace deepyield {
inline namespace v2 {
namespace detail {

const std::size_t slab_bytes = 0;

std::size_t page_size() noexcept { return boost::context::stack_traits::page_size(); }

char* reserve(std::size_t bytes) noexcept {
  try {
    // Boost.Context adds a page for the guard
    const boost::context::stack_context stack =
        boost::context::protected_fixedsize_stack(bytes - page_size()).allocate();
    return static_cast<char*>(stack.sp) - bytes;
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void unreserve(char* memory, std::size_t bytes) noexcept {
  boost::context::stack_context stack;
  stack.sp = memory + bytes;
  stack.size = bytes;
  boost::context::protected_fixedsize_stack(bytes - page_size()).deallocate(stack);
}

bool guard(char*) noexcept { return true; }
void give_back(char*, std::size_t) noexcept {}
std::size_t resident(char*, std::size_t) noexcept { return 0; }

void throw_refused(std::size_t bytes, int) {
  throw stack_error(
      "the system gave no stack of " + std::to_string(bytes) +
      " bytes; raise the limit on this process's memory, or keep fewer generators at once");
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
