// Finds out whether the process is ending: exit() calls the destructors of static objects on the
// stack of whatever called it.
#include <deepyield/errors.hpp>

#if defined(__unix__) || defined(__APPLE__)
#include <dlfcn.h>
#include <unwind.h>

#include <cstring>
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

#if defined(__unix__) || defined(__APPLE__)

bool called_from_exit() noexcept {
  bool found = false;
  const auto look_at = [](_Unwind_Context* frame, void* result) {
    Dl_info function = {};
    // A return address may lie in the next function: no code follows a last call of exit(), which
    // does not return.
    if (dladdr(reinterpret_cast<void*>(_Unwind_GetIP(frame) - 1), &function) == 0 ||
        !function.dli_sname)
      return _URC_NO_REASON;
    if (std::strcmp(function.dli_sname, "exit") != 0) return _URC_NO_REASON;
    *static_cast<bool*>(result) = true;
    return _URC_END_OF_STACK;
  };
  _Unwind_Backtrace(look_at, &found);
  return found;
}

#else

bool called_from_exit() noexcept { return false; }

#endif

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
