#include <deepyield/stack.hpp>

#include <boost/context/protected_fixedsize_stack.hpp>

#include <atomic>
#include <fstream>
#include <limits>
#include <new>
#include <string>

namespace deepyield {
inline namespace v1 {
namespace {

constexpr std::size_t smallest = 8 * 1024;
constexpr std::size_t largest = (std::numeric_limits<std::size_t>::max)() / 4;  // no address space is larger; keeps sums from overflowing

std::atomic<std::size_t> default_size{256 * 1024};

void check(std::size_t bytes) {
  if (bytes < smallest || bytes > largest)
    throw stack_error("no stack can have " + std::to_string(bytes) + " bytes: ask for " + std::to_string(smallest) + " to " + std::to_string(largest));
}

// What most likely stands in the way, with its value where the system tells it.
std::string limit() {
  std::string mappings;
  std::ifstream("/proc/sys/vm/max_map_count") >> mappings;
  if (mappings.empty()) return "close generators that are no longer needed, or raise the process's memory limit";
  return "each stack takes two memory mappings of at most " + mappings + ": raise it (sysctl vm.max_map_count), or the limit on address space (ulimit -v), or close "
         "generators that are no longer needed";
}

}  // namespace

std::size_t default_stack_size() noexcept { return default_size; }

void set_default_stack_size(std::size_t bytes) {
  check(bytes);
  default_size = bytes;
}

boost::context::stack_context guarded_stack::allocate() const {
  check(bytes_);
  try {
    return boost::context::protected_fixedsize_stack(bytes_).allocate();
  } catch (const std::bad_alloc&) {
    throw stack_error("the system gave no stack of " + std::to_string(bytes_) + " bytes: " + limit());
  }
}

void guarded_stack::deallocate(boost::context::stack_context& stack) const noexcept { boost::context::protected_fixedsize_stack(bytes_).deallocate(stack); }

namespace detail {

void throw_stack_too_small(std::size_t bytes, std::size_t needed) {
  throw stack_error("a stack of " + std::to_string(bytes) + " bytes is too small for this body: what it captures, its result and its first calls need " +
                    std::to_string(needed) + "; set_default_stack_size(), or pass a larger stack with std::allocator_arg");
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
