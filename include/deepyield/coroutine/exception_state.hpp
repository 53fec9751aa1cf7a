// A thread's caught and uncaught exceptions, which the two sides of a switch must not share: or
// else a body that yields inside `catch` and then says `throw;` rethrows its consumer's exception.
// Itanium C++ ABI: Exception Handling, 2.2.2: __cxa_eh_globals.
#pragma once

#include <deepyield/config.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace deepyield {
inline namespace v2 {
namespace detail {

struct exception_state {
  void* caught;       // the exceptions that are being handled, a list
  unsigned uncaught;  // how many are in flight
  bool empty() const noexcept { return !caught && !uncaught; }
};

/// Gives this thread another state; returns the one that it had. Out of line, since a compiler may
/// keep a thread's own addresses across a switch.
DEEPYIELD_EXPORT exception_state exchange_exception_state(exception_state) noexcept;

/// What no std::exception_ptr can hold, though `catch (...)` catches it: the end of a thread, by
/// pthread_exit or cancellation, and other languages' exceptions. Takes that of this handler, which
/// may then be left.
DEEPYIELD_EXPORT void* take_foreign_exception() noexcept;
/// Unwinds on from here.
[[noreturn]] DEEPYIELD_EXPORT void resume_foreign_exception(void* exception);

#if defined(__ELF__)
/// Where this thread's state lies; before the first exchange, a state that is never empty, so that
/// there is no null pointer to check for. Read by assembly or out of line: what a compiler knows of
/// a thread-local's address, it may reuse after the body has moved to another thread.
extern "C" DEEPYIELD_EXPORT __thread const exception_state* deepyield_v2_exception_state
    __attribute__((tls_model("initial-exec")));
#endif

#if defined(__ELF__) && !defined(__ILP32__) && !defined(__AARCH64EB__) && \
    (defined(__x86_64__) || defined(__aarch64__) || (defined(__riscv) && __riscv_xlen == 64))
#define DEEPYIELD_EXCEPTION_STATE_BY_THREAD_POINTER

/// Whether this thread has exceptions in hand. May say so wrongly, before the first exchange.
BOOST_FORCEINLINE bool exceptions_in_hand() noexcept {
  const char* state;
#if defined(__x86_64__)
  asm volatile("movq deepyield_v2_exception_state@gottpoff(%%rip), %0\n\tmovq %%fs:(%0), %0"
               : "=r"(state));
#elif defined(__riscv)
  asm volatile("la.tls.ie %0, deepyield_v2_exception_state\n\tadd %0, %0, tp\n\tld %0, 0(%0)"
               : "=r"(state));
#else
  std::uintptr_t thread;
  asm volatile(
      "adrp %0, :gottprel:deepyield_v2_exception_state\n\tldr %0, [%0, "
      ":gottprel_lo12:deepyield_v2_exception_state]\n\tmrs %1, tpidr_el0\n\tldr %0, [%0, %1]"
      : "=&r"(state), "=&r"(thread));
#endif
  // One load for both: the significant bits of the pointer (no object lies in the lowest 64 KiB)
  // and the low bits of the count.
  std::uint64_t both;
  std::memcpy(&both, state + 2, sizeof both);
  return both != 0;
}

#elif defined(__MINGW32__) && defined(__x86_64__)
#define DEEPYIELD_EXCEPTION_STATE_BY_SLOT

/// The slots in the thread's block that TlsAlloc gives out: TLS_MINIMUM_AVAILABLE of them.
constexpr unsigned thread_slots = 64;

/// Which slot has the address of this thread's state. Before the program's first exchange, none:
/// thread_slots. The runtime finds a thread-local variable by a lock and a search.
extern "C" DEEPYIELD_EXPORT unsigned deepyield_v2_exception_state_slot;

/// What this thread has in that slot: null before its first exchange.
BOOST_FORCEINLINE const exception_state* exception_state_in(std::size_t slot) noexcept {
  const exception_state* state;
  asm volatile("movq %%gs:0x1480(,%1,8), %0" : "=r"(state) : "r"(slot));  // winternl.h: TlsSlots
  return state;
}

/// Whether this thread has exceptions in hand. May say so wrongly, before the first exchange.
BOOST_FORCEINLINE bool exceptions_in_hand() noexcept {
  const unsigned slot = __atomic_load_n(&deepyield_v2_exception_state_slot, __ATOMIC_RELAXED);
  if (BOOST_UNLIKELY(slot >= thread_slots)) return true;
  const exception_state* const state = exception_state_in(slot);
  return BOOST_UNLIKELY(!state) || !state->empty();
}

#else

DEEPYIELD_EXPORT bool exceptions_in_hand() noexcept;

#endif

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
