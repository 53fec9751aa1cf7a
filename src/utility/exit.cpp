// Finds out whether the process is ending: exit() calls the destructors of static objects on the
// stack of whatever called it.
#include <deepyield/errors.hpp>

#if defined(__unix__) || defined(__APPLE__)
#include <dlfcn.h>
#include <unwind.h>

#include <cstring>
#elif defined(_WIN32)
#include "utility/windows.hpp"

#include <cstdint>
#include <cstdlib>
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

#elif defined(_WIN64)

namespace {

// Where the function begins that has this instruction.
DWORD64 function_of(DWORD64 instruction) noexcept {
  DWORD64 image = 0;
  const RUNTIME_FUNCTION* const function = RtlLookupFunctionEntry(instruction, &image, nullptr);
  return function ? image + function->BeginAddress : 0;
}

// exit() itself: what the program has by that name may be a jump to the runtime's DLL, by an
// address that lies after the instruction, `jmp *offset(%rip)`.
DWORD64 address_of_exit() noexcept {
  const auto* const code = reinterpret_cast<const unsigned char*>(&std::exit);
  if (code[0] != 0xff || code[1] != 0x25) return reinterpret_cast<DWORD64>(code);
  std::int32_t offset;
  std::memcpy(&offset, code + 2, sizeof offset);
  DWORD64 target;
  std::memcpy(&target, code + 6 + offset, sizeof target);
  return target;
}

}  // namespace

bool called_from_exit() noexcept {
  const DWORD64 exits = function_of(address_of_exit());
  constexpr DWORD most = 62;  // before Windows 8
  void* callers[most];
  for (DWORD skipped = 0;; skipped += most) {
    const USHORT found = CaptureStackBackTrace(skipped, most, callers, nullptr);
    for (USHORT i = 0; i < found; ++i)
      if (exits && function_of(reinterpret_cast<DWORD64>(callers[i]) - 1) == exits) return true;
    if (found < most) return false;
  }
}

#else

bool called_from_exit() noexcept { return false; }

#endif

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
