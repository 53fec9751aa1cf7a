// For tests under Wine. Wine 8 ends a program that throws on a stack above its thread's: it takes
// the thread's list of exception handlers, which x86-64 does not use, for a frame that was left
// out. Windows does not look at that list. Programs without this library end there too.
#include <windows.h>

namespace {

LONG CALLBACK forget_list(EXCEPTION_POINTERS* raised) {
  constexpr DWORD gcc_throws = 0x20474343;
  if (raised->ExceptionRecord->ExceptionCode == gcc_throws)
    reinterpret_cast<NT_TIB*>(NtCurrentTeb())->ExceptionList =
        reinterpret_cast<EXCEPTION_REGISTRATION_RECORD*>(-1);
  return EXCEPTION_CONTINUE_SEARCH;
}

[[gnu::unused]] const PVOID registered = AddVectoredExceptionHandler(1, forget_list);

}  // namespace
