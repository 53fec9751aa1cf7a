// The stacks of bodies: their size, the pool that they come from, and a report when one overflows.
//
//   // For all bodies; for one that recurses very deeply.
//   deepyield::set_default_stack_size(8 * 1024 * 1024);
//   deepyield::generator<int> g(std::allocator_arg, deepyield::stack_pool(1 << 24), body);
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/errors.hpp>

#include <boost/context/stack_context.hpp>

#include <atomic>
#include <cstddef>

namespace deepyield {
inline namespace v2 {

namespace detail {

DEEPYIELD_EXPORT extern std::atomic<unsigned char> default_stack_log2;

[[noreturn]] DEEPYIELD_EXPORT void throw_stack_too_small(std::size_t bytes, std::size_t needed);

}  // namespace detail

/// The size of a stack if none is given: bytes of address space, including the guard page; 1 MiB
/// unless set. Memory is committed as it is touched.
DEEPYIELD_EXPORT std::size_t default_stack_size() noexcept;

/// Sets it, for all threads and for generators made from now on. Throws stack_error if no stack can
/// have that size.
///
///   set_default_stack_size(8 * 1024 * 1024);
DEEPYIELD_EXPORT void set_default_stack_size(std::size_t bytes);

/// What the pool holds, for all threads together. Other threads go on while it counts, so the
/// figures may be off by what they do meanwhile.
///
///   std::cout << stack_pool::statistics().bytes_resident;
struct stack_statistics {
  std::size_t live;            ///< stacks that generators have
  std::size_t cached;          ///< stacks that wait to be used again
  std::size_t bytes_reserved;  ///< address space
  std::size_t bytes_resident;  ///< of that, what is in memory
  std::size_t bytes_kept;      ///< of that, of stacks that no thread caches; estimated
  std::size_t watermark;       ///< the most that is kept so: see stack_pool::set_watermark()
};

/// The default StackAllocator (Boost.Context's concept). Stacks have a guard page below them, so
/// that an overflow faults instead of overwriting the heap. They are kept for the next generator of
/// the same thread, and by the dozen for any thread, so that making one takes no system call. Any
/// thread may give a stack back. Past the watermark, and by trim(), memory goes back to the system.
class DEEPYIELD_EXPORT stack_pool {
 public:
  /// Stacks of default_stack_size().
  stack_pool() noexcept : size_(detail::default_stack_log2.load(std::memory_order_relaxed)) {}
  /// Stacks of `bytes` of address space, rounded up to a power of two, 16 KiB at least. Throws
  /// stack_error if no stack can have that size. What a stack has room for depends on this number
  /// alone.
  ///
  ///   generator<int> deep(std::allocator_arg, stack_pool(1 << 24), body);
  explicit stack_pool(std::size_t bytes);
  /// The same, and `generator::stack_high_water()` tells how much of a stack was used. Touches the
  /// whole stack: use it to find the right size.
  static stack_pool measuring(std::size_t bytes);

  /// Throws stack_error, which names the limit that was hit, its value, and what to raise;
  /// std::bad_alloc if the heap has no room for the bookkeeping. Nothing is lost then.
  boost::context::stack_context allocate();
  void deallocate(boost::context::stack_context& stack) noexcept;

  /// Gives this thread's cached stacks, and those that no thread caches, back to the system.
  ///
  ///   stack_pool::trim();
  static void trim() noexcept;

  /// The most memory that stacks without a generator may keep, beside some 64 of each size that a
  /// thread caches: `bytes` for the process, 64 MiB unless set. When more is kept, that of the
  /// stacks that have waited longest goes back to the system, until half of it is left.
  ///
  ///   stack_pool::set_watermark(256 << 20);  // for a program that often makes 50,000 at once
  static void set_watermark(std::size_t bytes) noexcept;

  static stack_statistics statistics();

  /// Writes the owner's name, a string literal, right above the stack, for the overflow reporter.
  static void label(const boost::context::stack_context& stack, const char* owner) noexcept {
    *static_cast<const char**>(stack.sp) = owner;
  }

  /// The most bytes that were used so far of a stack from a measuring pool; 0 for other stacks.
  std::size_t high_water(const boost::context::stack_context& stack) const noexcept;

 private:
  unsigned log2_bytes() const noexcept { return size_ & 0xff; }
  bool is_measuring() const noexcept { return (size_ & measuring_flag) != 0; }

  static constexpr unsigned measuring_flag = 0x100;
  unsigned size_;  // one word, which is copied faster than two smaller ones
};

/// From now on a stack overflow in a generator whose stack is from the pool prints one message on
/// stderr: its body's type, the size of its stack and the remedy. The program then dies as before,
/// or its own handler for SIGSEGV runs. Call it early in main. A thread that has already used
/// generators calls it too, for a signal stack of its own. Does nothing on systems other than
/// Linux. The environment variable DEEPYIELD_DEBUG=overflow does the same without a rebuild. A
/// function whose locals are larger than the guard page may step over it: compile with
/// -fstack-clash-protection.
///
///   install_overflow_reporter();
DEEPYIELD_EXPORT void install_overflow_reporter();

}  // namespace v2
}  // namespace deepyield
