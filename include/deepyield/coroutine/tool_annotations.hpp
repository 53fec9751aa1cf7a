// What sanitizers, Valgrind and the registry want to be told of stacks and switches, for every
// engine. Nothing of it is left where no tool is in use. AddressSanitizer:
// sanitizer/common_interface_defs.h; ThreadSanitizer: sanitizer/tsan_interface.h. All of a program
// is instrumented, or none of it.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/coroutine/registry_entry.hpp>
#include <deepyield/utility/sanitizers.hpp>

#include <boost/config.hpp>
#include <boost/context/stack_context.hpp>

#include <atomic>
#include <cstddef>

#if DEEPYIELD_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif
#if DEEPYIELD_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Under Valgrind, makes a stack known to it; returns what to forget it by.
DEEPYIELD_EXPORT unsigned register_stack(const void* bottom, const void* top) noexcept;
DEEPYIELD_EXPORT void deregister_stack(unsigned id) noexcept;
/// Under Valgrind: what an earlier body left may lie above the next one's stack pointer, and is
/// memory to write to, not dead frames.
DEEPYIELD_EXPORT void make_writable(void* memory, std::size_t bytes) noexcept;
/// Under Valgrind, lets dead frames be looked at.
DEEPYIELD_EXPORT void make_readable(const void* memory, std::size_t bytes) noexcept;
/// Who may want to know of each stack. A bit is cleared once somebody has looked and that one is
/// not there. So a static generator that is made first is known to them too.
constexpr unsigned maybe_valgrind = 1;
constexpr unsigned maybe_registry = 2;
DEEPYIELD_EXPORT extern std::atomic<unsigned> watchers;
inline bool may_be_watched(unsigned by = maybe_valgrind | maybe_registry) noexcept {
  return BOOST_UNLIKELY((watchers.load(std::memory_order_relaxed) & by) != 0);
}
inline bool may_be_under_valgrind() noexcept { return may_be_watched(maybe_valgrind); }

inline const void* bottom_of(const boost::context::stack_context& stack) noexcept {
  return static_cast<const char*>(stack.sp) - stack.size;
}

/// One coroutine's. The members are there with and without sanitizers, so that all of a program
/// agrees where the others lie.
class tool_annotations {
 public:
  tool_annotations() = default;  // and then stack_begins()

  /// block: the control block; engine: its engine's name.
  void stack_begins(const boost::context::stack_context& stack, const void* block,
                    const char* engine) noexcept {
    entry_.block = nullptr;
    if (may_be_watched()) tell_watchers(stack, block, engine);
#if DEEPYIELD_ADDRESS_SANITIZER
    body_ = nullptr;
#elif DEEPYIELD_THREAD_SANITIZER
    body_ = __tsan_create_fiber(0);
#endif
  }

  /// On the consumer's stack, when nothing more will run on the body's.
  void stack_ends(const boost::context::stack_context& stack) noexcept {
    if (may_be_watched()) tell_watchers_of_end();
#if DEEPYIELD_ADDRESS_SANITIZER
    // frames that were never left; the next user's frames lie elsewhere
    __asan_unpoison_memory_region(bottom_of(stack), stack.size);
#endif
#if DEEPYIELD_THREAD_SANITIZER
    __tsan_destroy_fiber(body_);
#endif
    // unused without sanitizers
    (void)stack, (void)consumer_, (void)body_, (void)consumers_bottom_, (void)consumers_size_;
  }

  /// Right before and right after the consumer's switch.
  BOOST_FORCEINLINE void leave_consumer(const boost::context::stack_context& stack) noexcept {
#if DEEPYIELD_ADDRESS_SANITIZER
    __sanitizer_start_switch_fiber(&consumer_, bottom_of(stack), stack.size);
#elif DEEPYIELD_THREAD_SANITIZER
    consumer_ = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(body_, 0);
#endif
    (void)stack;
  }
  BOOST_FORCEINLINE void enter_consumer() noexcept {
#if DEEPYIELD_ADDRESS_SANITIZER
    __sanitizer_finish_switch_fiber(consumer_, nullptr, nullptr);
#endif
  }

  /// First thing in the body, and after its every switch.
  BOOST_FORCEINLINE void enter_body() noexcept {
#if DEEPYIELD_ADDRESS_SANITIZER
    __sanitizer_finish_switch_fiber(body_, &consumers_bottom_, &consumers_size_);
#endif
  }
  /// Right before the body's switch.
  BOOST_FORCEINLINE void leave_body() noexcept { leave_body_to(&body_); }
  /// Before its last one.
  BOOST_FORCEINLINE void end_body() noexcept { leave_body_to(nullptr); }

 private:
  BOOST_NOINLINE void tell_watchers(const boost::context::stack_context& stack, const void* block,
                                    const char* engine) noexcept {
    if (may_be_under_valgrind()) valgrind_id_ = register_stack(bottom_of(stack), stack.sp);
    if (may_be_watched(maybe_registry)) enlist(entry_, block, engine);
  }
  BOOST_NOINLINE void tell_watchers_of_end() noexcept {
    if (may_be_under_valgrind()) deregister_stack(valgrind_id_);
    if (entry_.block) delist(entry_);
  }

  BOOST_FORCEINLINE void leave_body_to(void** fake_stack) noexcept {
#if DEEPYIELD_ADDRESS_SANITIZER
    __sanitizer_start_switch_fiber(fake_stack, consumers_bottom_, consumers_size_);
#elif DEEPYIELD_THREAD_SANITIZER
    __tsan_switch_to_fiber(consumer_, 0);
#endif
    (void)fake_stack;
  }

  // Written only where they are used: a generator's life is counted in instructions.
  void* consumer_;  // AddressSanitizer: the side's fake stack; ThreadSanitizer: its fiber
  void* body_;
  const void* consumers_bottom_;
  std::size_t consumers_size_;
  unsigned valgrind_id_;
  registry_entry entry_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
