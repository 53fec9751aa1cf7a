// What a control block leaves to the frame around it, which knows the types of the body, of its
// result and of the stack's allocator.
#pragma once

#include <cstddef>

namespace deepyield {
inline namespace v2 {

namespace detail {

/// A table of its own, not virtual functions: the engine shall lie where the control block's `this`
/// points, so that the hot path has one address to keep across a switch, not two.
template <class ControlBlock>
struct frame_operations {
  void (*enter)(void*);              // where the body's stack begins: calls its block's run()
  void (*drop_body)(ControlBlock&);  // destroys what the body captured
  void (*release)(ControlBlock&);    // destroys the frame and gives its stack back
  void* (*result)(ControlBlock&);    // the address of its result_slot
  std::size_t (*high_water)(const ControlBlock&);  // for stack_high_water()
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
