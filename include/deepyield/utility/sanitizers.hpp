// Macros for the sanitizer that this file is compiled under, and for what it asks of the code.
#pragma once

#include <boost/config.hpp>

#if defined(__SANITIZE_ADDRESS__)
#define DEEPYIELD_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DEEPYIELD_ADDRESS_SANITIZER 1
#endif
#endif
#if defined(__SANITIZE_THREAD__)
#define DEEPYIELD_THREAD_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define DEEPYIELD_THREAD_SANITIZER 1
#endif
#endif

#if !defined(DEEPYIELD_ADDRESS_SANITIZER)
#define DEEPYIELD_ADDRESS_SANITIZER 0
#endif
#if !defined(DEEPYIELD_THREAD_SANITIZER)
#define DEEPYIELD_THREAD_SANITIZER 0
#endif

#if DEEPYIELD_ADDRESS_SANITIZER || DEEPYIELD_THREAD_SANITIZER
#define DEEPYIELD_UNDER_SANITIZER 1
#else
#define DEEPYIELD_UNDER_SANITIZER 0
#endif

// ThreadSanitizer counts calls and returns. A function that calls another library's switch must
// make the same number of them on both sides, whatever is inlined there.
#if DEEPYIELD_THREAD_SANITIZER
#define DEEPYIELD_SWITCH_BY_CALL BOOST_NOINLINE
#define DEEPYIELD_CALLS_ARE_COUNTED 1
#else
#define DEEPYIELD_SWITCH_BY_CALL BOOST_FORCEINLINE
#define DEEPYIELD_CALLS_ARE_COUNTED 0
#endif
