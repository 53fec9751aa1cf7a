// engine::native: switches inlined at the call site. GCC and Clang; one file an architecture and
// ABI, in native/. The concept is in engine.hpp.
//
// The compiler saves the registers: a switch stores the stack pointer, the resume address and the
// two registers that no compiler lets an assembly statement clobber safely (the frame pointer, and
// the base pointer of functions with aligned and variable-size locals), loads the other side's, and
// jumps. All other registers are named as clobbered, so that only what is live at that very place
// is spilled. How this is done is part of the binary interface: a body of one compiler runs under a
// consumer of another.
#pragma once

#include <deepyield/config.hpp>

#include <boost/config.hpp>
#include <boost/context/stack_context.hpp>

#include <cstddef>
#include <cstdint>

namespace deepyield {
inline namespace v2 {
namespace detail {

#if defined(_WIN32)

// What is stored of a side that waits, in the order that native/x86_64_windows.hpp explains.
struct saved_side {
  void* resume_address;
  void* frame_pointer;
  void* base_pointer;
  void* stack_pointer;
};

struct stack_bounds {
  void* base;
  void* limit;
  void* allocation;
};

// consumer.stack_pointer is null while the body is suspended, unless clear_suspended() was called.
struct switch_state {
  saved_side body;
  saved_side consumer;
  stack_bounds body_bounds;
  stack_bounds consumer_bounds;
};
static_assert(sizeof(void*) == 8 && offsetof(saved_side, stack_pointer) == 24 &&
                  offsetof(switch_state, consumer) == 32 &&
                  offsetof(switch_state, body_bounds) == 64 &&
                  offsetof(switch_state, consumer_bounds) == 88,
              "the assembly's offsets");

inline void set_body_bounds(switch_state& state, boost::context::stack_context stack) noexcept {
  void* const end = static_cast<char*>(stack.sp) - stack.size;
  state.body_bounds = {stack.sp, end, end};
}

#else

// What is stored of a side that waits. The frame pointer and the address to go on at lie together
// and in this order, as in the record that a called function keeps of its caller: so a walk by
// frame pointers goes on from the body into its consumer.
struct saved_side {
  void* stack_pointer;
  void* frame_pointer;
  void* resume_address;
  void* base_pointer;
};

// A pair of sides; the files in native/ know its layout. consumer.stack_pointer is null
// while the body is suspended, unless clear_suspended() was called.
struct switch_state {
  saved_side body;
  saved_side consumer;
};
static_assert(sizeof(void*) == 8 && offsetof(switch_state, consumer) == 32 &&
                  offsetof(saved_side, frame_pointer) == 8 &&
                  offsetof(saved_side, resume_address) == 16,
              "the assembly's offsets");

// Only Windows keeps them.
inline void set_body_bounds(switch_state&, const boost::context::stack_context&) noexcept {}

#endif

/// Makes the body's side one that calls entry(argument) on the stack below `top`.
DEEPYIELD_EXPORT void prepare_first_frame(switch_state& state, void* top, void (*entry)(void*),
                                          void* argument) noexcept;

/// Lets the body's next switch to its consumer end in die_destroyed_while_running().
DEEPYIELD_EXPORT void abandon(switch_state& state) noexcept;

[[noreturn]] DEEPYIELD_EXPORT void throw_shadow_stack();

}  // namespace detail
}  // namespace v2
}  // namespace deepyield

#if defined(__x86_64__) && defined(_WIN32)
#include <deepyield/engine/native/x86_64_windows.hpp>
#elif defined(__x86_64__) && defined(__ELF__) && !defined(__ILP32__)
#include <deepyield/engine/native/x86_64.hpp>
#elif defined(__aarch64__) && defined(__ELF__) && !defined(__ILP32__) && !defined(__AARCH64EB__)
#include <deepyield/engine/native/aarch64.hpp>
#elif defined(__riscv) && __riscv_xlen == 64 && defined(__ELF__)
#include <deepyield/engine/native/riscv64.hpp>
#else
#error "deepyield: engine::native is not for this processor and system; use engine::context"
#endif

namespace deepyield {
inline namespace v2 {
namespace engine {

class native {
 public:
  native() = default;  // and then prepare(), which writes all

  static constexpr const char* name() noexcept { return "native"; }

  static void require() {
    if (BOOST_UNLIKELY(detail::has_shadow_stack())) detail::throw_shadow_stack();
  }

  void prepare(boost::context::stack_context stack, void (*entry)(void*), void* argument) noexcept {
    detail::set_body_bounds(sides_, stack);
    detail::prepare_first_frame(sides_, stack.sp, entry, argument);
  }

  BOOST_FORCEINLINE void* resume(void* payload) { return detail::switch_to_body(sides_, payload); }

  BOOST_FORCEINLINE void* suspend(void* element) {
    return detail::switch_to_consumer(sides_, element);
  }

  void clear_suspended() noexcept {
    __atomic_store_n(&sides_.consumer.stack_pointer, static_cast<void*>(this), __ATOMIC_RELAXED);
  }

  void abandon() noexcept { detail::abandon(sides_); }

  BOOST_FORCEINLINE bool suspended() const noexcept {
    return __atomic_load_n(&sides_.consumer.stack_pointer, __ATOMIC_RELAXED) == nullptr;
  }

 private:
  detail::switch_state sides_;
};

}  // namespace engine
}  // namespace v2
}  // namespace deepyield
