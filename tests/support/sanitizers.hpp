// Which sanitizer or emulator runs the test, for tests whose figures depend on it.
#pragma once

#if defined(__linux__)
#include <sys/mman.h>
#endif

#if defined(__has_include)
#if __has_include(<valgrind/valgrind.h>)
#include <valgrind/valgrind.h>
#endif
#endif

#if !defined(__has_feature)
#define __has_feature(feature) 0  // Clang has this; GCC has a macro for each
#endif

#if defined(__SANITIZE_THREAD__) || __has_feature(thread_sanitizer)
#define HAS_THREAD_SANITIZER 1
constexpr bool under_thread_sanitizer = true;
#else
#define HAS_THREAD_SANITIZER 0
constexpr bool under_thread_sanitizer = false;
#endif

#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
constexpr bool under_address_sanitizer = true;
#else
constexpr bool under_address_sanitizer = false;
#endif

// qemu-user does not respect a limit on the address space, and cannot tell what is resident next to
// a protected page. It accepts any advice in madvise(); Linux does not.
inline bool under_qemu() {
#if defined(__linux__)
  return madvise(nullptr, 0, -1) == 0;
#else
  return false;
#endif
}

inline bool under_valgrind() {
#if defined(RUNNING_ON_VALGRIND)
  return RUNNING_ON_VALGRIND != 0;
#else
  return false;
#endif
}
