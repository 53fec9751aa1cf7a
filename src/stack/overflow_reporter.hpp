// What the overflow reporter and the stack pool need of each other.
#pragma once

#include <boost/context/stack_context.hpp>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// The pool's stack in whose guard page `address` lies; one with a null sp where there is none.
boost::context::stack_context overflowed_stack(const char* address) noexcept;

/// Gives this thread a stack for signal handlers, once the reporter is installed: the overflown one
/// has no room for it.
void prepare_signal_stack() noexcept;

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
