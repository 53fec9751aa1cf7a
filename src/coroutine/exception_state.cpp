#include "stack/overflow_reporter.hpp"
#include "utility/thread_end.hpp"

#include <deepyield/coroutine/exception_state.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <exception>

#if DEEPYIELD_HAS_ISOLATED_EXCEPTIONS
#include <cxxabi.h>
#include <unwind.h>
#endif

#if defined(_LIBCPPABI_VERSION)
namespace __cxxabiv1 {  // LLVM's header leaves it out
struct __cxa_eh_globals;
extern "C" __cxa_eh_globals* __cxa_get_globals();
}  // namespace __cxxabiv1
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

#if DEEPYIELD_HAS_ISOLATED_EXCEPTIONS

namespace {

// This thread's state. GNU's and LLVM's runtime both begin __cxa_eh_globals with the ABI's two
// members.
exception_state& state_of_this_thread() noexcept {
  return *reinterpret_cast<exception_state*>(abi::__cxa_get_globals());
}

// The size of the header before a thrown object. The list of caught exceptions points to headers.
// Each runtime's is longer than the ABI says, by a different amount.
std::ptrdiff_t header_size() noexcept {
  try {
    throw 0;
  } catch (const int& object) {
    return reinterpret_cast<const char*>(&object) -
           static_cast<const char*>(state_of_this_thread().caught);
  }
}

}  // namespace

#if defined(__ELF__)

static const exception_state never_empty = {reinterpret_cast<void*>(-1), 1};
__thread const exception_state* deepyield_v2_exception_state = &never_empty;

// Not inlined: a thread's first resume calls it.
BOOST_NOINLINE static exception_state& first_state_of_this_thread() noexcept {
  exception_state& own = state_of_this_thread();
  // A thread that only resumes needs a signal stack too, for the overflow reporter.
  prepare_signal_stack();
  deepyield_v2_exception_state = &own;
  return own;
}

static exception_state& known_state_of_this_thread() noexcept {
  const exception_state* const known = deepyield_v2_exception_state;
  if (BOOST_UNLIKELY(known == &never_empty)) return first_state_of_this_thread();
  return *const_cast<exception_state*>(known);  // the runtime's
}

#if !defined(DEEPYIELD_EXCEPTION_STATE_BY_THREAD_POINTER)
BOOST_NOINLINE bool exceptions_in_hand() noexcept { return !deepyield_v2_exception_state->empty(); }
#endif

#elif defined(DEEPYIELD_EXCEPTION_STATE_BY_SLOT)

unsigned deepyield_v2_exception_state_slot = thread_slots;

namespace {

// In the slot of a thread that ends: its runtime may free the state and begin another one. Never
// empty, so that each switch looks for the state again.
exception_state is_ending = {reinterpret_cast<void*>(-1), 1};

void forget_this_threads(void*) { TlsSetValue(deepyield_v2_exception_state_slot, &is_ending); }

unsigned make_slot() noexcept {
  const DWORD slot = TlsAlloc();
  if (slot < thread_slots) return slot;
  if (slot != TLS_OUT_OF_INDEXES) TlsFree(slot);
  return thread_slots;
}

// Where there is no slot or no memory, each switch looks for the state.
BOOST_NOINLINE exception_state& first_state_of_this_thread() noexcept {
  exception_state& own = state_of_this_thread();
  static const unsigned slot = make_slot();
  static const at_thread_end end(forget_this_threads);
  __atomic_store_n(&deepyield_v2_exception_state_slot, slot, __ATOMIC_RELAXED);
  if (slot < thread_slots && end.wants(&own)) TlsSetValue(slot, &own);
  return own;
}

exception_state& known_state_of_this_thread() noexcept {
  const unsigned slot = __atomic_load_n(&deepyield_v2_exception_state_slot, __ATOMIC_RELAXED);
  const exception_state* const known = slot < thread_slots ? exception_state_in(slot) : nullptr;
  if (BOOST_UNLIKELY(!known)) return first_state_of_this_thread();
  if (BOOST_UNLIKELY(known == &is_ending)) return state_of_this_thread();
  return *const_cast<exception_state*>(known);
}

}  // namespace

#else

static exception_state& known_state_of_this_thread() noexcept { return state_of_this_thread(); }

BOOST_NOINLINE bool exceptions_in_hand() noexcept { return !state_of_this_thread().empty(); }

#endif

BOOST_NOINLINE exception_state exchange_exception_state(exception_state other) noexcept {
  exception_state& own = known_state_of_this_thread();
  // member by member: __cxa_eh_globals has more of them
  const exception_state before = {own.caught, own.uncaught};
  own.caught = other.caught;
  own.uncaught = other.uncaught;
  return before;
}

// A runtime that catches a foreign exception has no header to put into the list. Instead it puts
// there the address of the _Unwind_Exception, plus its size, minus the header's. The list has no
// other member then, and with an empty list the handler can be left.
BOOST_NOINLINE void* take_foreign_exception() noexcept {
  const exception_state handlers = exchange_exception_state({nullptr, 0});
  void* const exception =
      static_cast<char*>(handlers.caught) + header_size() - sizeof(_Unwind_Exception);
  exchange_exception_state({nullptr, handlers.uncaught});
  return exception;
}

void resume_foreign_exception(void* exception) {
  _Unwind_Resume_or_Rethrow(static_cast<_Unwind_Exception*>(exception));
  std::terminate();  // nobody catches it
}

#else  // Microsoft's ABI, whose runtime hides the state

bool exceptions_in_hand() noexcept { return false; }
exception_state exchange_exception_state(exception_state) noexcept { return {nullptr, 0}; }
void* take_foreign_exception() noexcept { return nullptr; }
void resume_foreign_exception(void*) { std::terminate(); }

#endif

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
