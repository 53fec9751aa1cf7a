// DEEPYIELD_INLINED, for functions of which a call costs more than what they do.
#pragma once

#include <deepyield/utility/sanitizers.hpp>

#include <boost/config.hpp>

// Not where code is not optimised, nor under the sanitizers, whose checks are written out with each
// copy: it would only make compilers slow, and a debugger's steps long.
#if defined(__OPTIMIZE__) && !DEEPYIELD_UNDER_SANITIZER
#define DEEPYIELD_INLINED BOOST_FORCEINLINE
#else
#define DEEPYIELD_INLINED inline
#endif
