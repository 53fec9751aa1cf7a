// DEEPYIELD_INLINED: forces a function inline whose call costs more than what it does.
#pragma once

#include <deepyield/utility/sanitizers.hpp>

#include <boost/config.hpp>

// Not in unoptimised builds, nor under sanitizers, which add their checks to each copy: there it
// would only slow down the compiler and stepping through with a debugger.
#if defined(__OPTIMIZE__) && !DEEPYIELD_UNDER_SANITIZER
#define DEEPYIELD_INLINED BOOST_FORCEINLINE
#else
#define DEEPYIELD_INLINED inline
#endif
