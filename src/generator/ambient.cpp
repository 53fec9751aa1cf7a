#include "utility/fork_safe_mutex.hpp"

#include <deepyield/ambient.hpp>

#include <boost/config.hpp>

#include <cstring>
#include <map>
#include <mutex>

namespace deepyield {
inline namespace v2 {
namespace detail {
namespace {

// The innermost scope of each stack, by the stack's top. Guarded by ambients_mutex.
using scopes = std::map<const char*, ambient_scope*>;

// Never destroyed: static generators may end after everything else.
scopes& innermost() {
  static scopes& all = *new scopes;
  return all;
}
// Made before main, so that no fork comes while a thread makes it.
BOOST_ATTRIBUTE_UNUSED const scopes& made_early = innermost();

// A frame's address, not a local's: AddressSanitizer keeps locals elsewhere.
BOOST_NOINLINE const char* address_on_stack() noexcept {
#if defined(__GNUC__)
  return static_cast<const char*>(__builtin_frame_address(0));
#else
  volatile char here = 0;
  return const_cast<const char*>(&here);
#endif
}

}  // namespace

ambient_scope::ambient_scope(const char* type, void* yielder,
                             const boost::context::stack_context& stack)
    : type_(type), yielder_(yielder), top_(static_cast<const char*>(stack.sp)), size_(stack.size) {
  std::lock_guard<fork_safe_mutex> lock(ambients_mutex);
  ambient_scope*& of_this_stack = innermost()[top_];
  outer_ = of_this_stack;
  of_this_stack = this;
}

ambient_scope::~ambient_scope() {
  std::lock_guard<fork_safe_mutex> lock(ambients_mutex);
  if (outer_)
    innermost()[top_] = outer_;
  else
    innermost().erase(top_);
}

void* ambient_scope::find(const char* type) noexcept {
  const char* const here = address_on_stack();
  std::lock_guard<fork_safe_mutex> lock(ambients_mutex);
  const auto stack = innermost().upper_bound(here);
  if (stack == innermost().end() || here < stack->second->top_ - stack->second->size_)
    return nullptr;
  for (const ambient_scope* scope = stack->second; scope; scope = scope->outer_)
    if (std::strcmp(scope->type_, type) == 0) return scope->yielder_;
  return nullptr;
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
