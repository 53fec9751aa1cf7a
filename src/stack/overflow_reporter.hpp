// What the overflow reporter and the stack pool call of each other.
#pragma once

#include <boost/context/stack_context.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// The pool's stack whose guard page contains `address`; its sp is null if there is none.
boost::context::stack_context overflowed_stack(const char* address) noexcept;

/// Gives this thread a stack for signal handlers, if the reporter is installed: a stack that has
/// overflowed has no room for a handler.
void prepare_signal_stack() noexcept;

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
