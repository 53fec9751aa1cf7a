#include <deepyield/detail/exception_state.hpp>

#if defined(__has_include)
#if __has_include(<cxxabi.h>)
#include <cxxabi.h>
#define DEEPYIELD_ITANIUM_EXCEPTIONS
#endif
#endif

#if defined(_LIBCPPABI_VERSION)
namespace __cxxabiv1 {  // LLVM's header leaves it out
struct __cxa_eh_globals;
extern "C" __cxa_eh_globals* __cxa_get_globals();
}  // namespace __cxxabiv1
#endif

namespace deepyield {
inline namespace v1 {
namespace detail {

#if defined(DEEPYIELD_ITANIUM_EXCEPTIONS)

namespace {

// This thread's; both GNU's and LLVM's runtime begin __cxa_eh_globals with the ABI's two members.
exception_state& state_of_this_thread() noexcept { return *reinterpret_cast<exception_state*>(abi::__cxa_get_globals()); }

}  // namespace

#if defined(DEEPYIELD_EXCEPTION_STATE_BY_THREAD_POINTER)
static const exception_state never_empty = {reinterpret_cast<void*>(-1), 1};
__thread const exception_state* deepyield_v1_exception_state = &never_empty;

exception_state exchange_exception_state(exception_state other) noexcept {
  exception_state& own = state_of_this_thread();
  deepyield_v1_exception_state = &own;
#else
bool exceptions_in_hand() noexcept { return !state_of_this_thread().empty(); }

exception_state exchange_exception_state(exception_state other) noexcept {
  exception_state& own = state_of_this_thread();
#endif
  const exception_state before = {own.caught, own.uncaught};  // member by member: the structure that it begins has more
  own.caught = other.caught;
  own.uncaught = other.uncaught;
  return before;
}

#else  // another ABI, whose runtime keeps the state to itself: there the engine has to see to it

bool exceptions_in_hand() noexcept { return false; }
exception_state exchange_exception_state(exception_state) noexcept { return {nullptr, 0}; }

#endif

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
