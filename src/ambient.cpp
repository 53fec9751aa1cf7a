#include <deepyield/ambient.hpp>

#include <boost/config.hpp>

#include <cstring>
#include <map>
#include <mutex>

namespace deepyield {
inline namespace v1 {
namespace detail {
namespace {

struct stacks {
  std::mutex mutex;
  std::map<const char*, ambient_scope*> innermost;  // by the stack's top
};

// Never destroyed: static generators may end after everything else.
stacks& known() {
  static stacks& all = *new stacks;
  return all;
}

// AddressSanitizer keeps locals elsewhere, but not frames.
BOOST_NOINLINE const char* address_on_stack() noexcept {
#if defined(__GNUC__)
  return static_cast<const char*>(__builtin_frame_address(0));
#else
  volatile char here = 0;
  return const_cast<const char*>(&here);
#endif
}

}  // namespace

ambient_scope::ambient_scope(const char* type, void* yielder, const boost::context::stack_context& stack)
    : type_(type), yielder_(yielder), top_(static_cast<const char*>(stack.sp)), size_(stack.size) {
  std::lock_guard<std::mutex> lock(known().mutex);
  ambient_scope*& innermost = known().innermost[top_];
  outer_ = innermost;
  innermost = this;
}

ambient_scope::~ambient_scope() {
  std::lock_guard<std::mutex> lock(known().mutex);
  if (outer_)
    known().innermost[top_] = outer_;
  else
    known().innermost.erase(top_);
}

void* ambient_scope::find(const char* type) noexcept {
  const char* const here = address_on_stack();
  std::lock_guard<std::mutex> lock(known().mutex);
  const auto stack = known().innermost.upper_bound(here);
  if (stack == known().innermost.end() || here < stack->second->top_ - stack->second->size_) return nullptr;
  for (const ambient_scope* scope = stack->second; scope; scope = scope->outer_)
    if (std::strcmp(scope->type_, type) == 0) return scope->yielder_;
  return nullptr;
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
