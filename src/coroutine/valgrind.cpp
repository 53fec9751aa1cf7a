// Tells Valgrind about stacks, with requests that it finds in the instruction stream; they do
// nothing elsewhere. Built without its headers, this tells it nothing.
#include <deepyield/coroutine/tool_annotations.hpp>

#if defined(__has_include)
#if __has_include(<valgrind/memcheck.h>)
#include <valgrind/memcheck.h>
#if !defined(NVALGRIND)  // which the header defines for processors that Valgrind does not know
#define DEEPYIELD_VALGRIND
#endif
#endif
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

#if defined(DEEPYIELD_VALGRIND)

unsigned register_stack(const void* bottom, const void* top) noexcept {
  if (RUNNING_ON_VALGRIND == 0) watchers.fetch_and(~maybe_valgrind);
  return VALGRIND_STACK_REGISTER(bottom, top);
}

void deregister_stack(unsigned id) noexcept { VALGRIND_STACK_DEREGISTER(id); }

void make_writable(void* memory, std::size_t bytes) noexcept {
  VALGRIND_MAKE_MEM_UNDEFINED(memory, bytes);
}

void make_readable(const void* memory, std::size_t bytes) noexcept {
  VALGRIND_MAKE_MEM_DEFINED(memory, bytes);
}

#else

unsigned register_stack(const void*, const void*) noexcept {
  watchers.fetch_and(~maybe_valgrind);
  return 0;
}
void deregister_stack(unsigned) noexcept {}
void make_writable(void*, std::size_t) noexcept {}
void make_readable(const void*, std::size_t) noexcept {}

#endif

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
