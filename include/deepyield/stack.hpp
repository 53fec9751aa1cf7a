// Where bodies' stacks come from.
//
//   deepyield::set_default_stack_size(1024 * 1024);  // for bodies that recurse deeply
//   deepyield::generator<int> g(std::allocator_arg, boost::context::fixedsize_stack(64 * 1024), body);
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/errors.hpp>

#include <boost/context/stack_context.hpp>

#include <cstddef>

namespace deepyield {
inline namespace v1 {

/// The size of stacks that are made from now on without one of their own, in bytes: 256 KiB unless set. Committed as touched.
DEEPYIELD_EXPORT std::size_t default_stack_size() noexcept;

/// Sets it, for all threads. Throws stack_error for a size that no stack can have.
DEEPYIELD_EXPORT void set_default_stack_size(std::size_t bytes);

/// The default StackAllocator (Boost.Context's concept): a stack with a guard page below it, so that an overflow faults instead of
/// overwriting the heap. `allocate` throws stack_error, which says what to raise.
class DEEPYIELD_EXPORT guarded_stack {
 public:
  /// Stacks of default_stack_size().
  guarded_stack() : bytes_(default_stack_size()) {}
  /// Stacks of at least `bytes`, rounded up to whole pages.
  explicit guarded_stack(std::size_t bytes) : bytes_(bytes) {}

  boost::context::stack_context allocate() const;
  void deallocate(boost::context::stack_context& stack) const noexcept;

 private:
  std::size_t bytes_;
};

namespace detail {

[[noreturn]] DEEPYIELD_EXPORT void throw_stack_too_small(std::size_t bytes, std::size_t needed);

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
