#include "utility/fork_safe_mutex.hpp"
#include "utility/initial_exec.hpp"

#include <deepyield/ambient.hpp>

#include <boost/config.hpp>

#include <atomic>
#include <cstdint>
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

// How often the table has changed. Written with ambients_mutex held.
std::atomic<std::uint64_t> changes{0};

void count_change() noexcept {
  changes.store(changes.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
}

// What a thread has found last: a callback looks for the same yielder again and again. It holds as
// long as the table is unchanged. A thread need not see what others change meanwhile: the stack
// that it runs on can only be changed by itself, or by who had it before.
struct finding {
  const char* type;
  const char* bottom;  // the stack's
  const char* top;
  void* yielder;
  std::uint64_t changes;
};
thread_local DEEPYIELD_INITIAL_EXEC finding last_finding = {nullptr, nullptr, nullptr, nullptr, 0};

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
  count_change();
}

ambient_scope::~ambient_scope() {
  std::lock_guard<fork_safe_mutex> lock(ambients_mutex);
  if (outer_)
    innermost()[top_] = outer_;
  else
    innermost().erase(top_);
  count_change();
}

void* ambient_scope::find(const char* type) noexcept {
  const char* const here = address_on_stack();
  finding& last = last_finding;
  if (last.type == type && last.bottom <= here && here < last.top &&
      last.changes == changes.load(std::memory_order_relaxed))
    return last.yielder;
  std::lock_guard<fork_safe_mutex> lock(ambients_mutex);
  const auto stack = innermost().upper_bound(here);
  if (stack == innermost().end()) return nullptr;
  const char* const top = stack->second->top_;
  const char* const bottom = top - stack->second->size_;
  if (here < bottom) return nullptr;
  for (const ambient_scope* scope = stack->second; scope; scope = scope->outer_) {
    if (std::strcmp(scope->type_, type) != 0) continue;
    last = {type, bottom, top, scope->yielder_, changes.load(std::memory_order_relaxed)};
    return scope->yielder_;
  }
  return nullptr;
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
