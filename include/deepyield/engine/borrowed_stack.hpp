// A StackAllocator that hands out a stack owned by somebody else: how the Boost engines run on the
// stack that already holds the control block.
#pragma once

#include <boost/context/stack_context.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

class borrowed_stack {
 public:
  explicit borrowed_stack(boost::context::stack_context stack) noexcept : stack_(stack) {}
  boost::context::stack_context allocate() const noexcept { return stack_; }
  void deallocate(boost::context::stack_context&) const noexcept {}

 private:
  boost::context::stack_context stack_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
