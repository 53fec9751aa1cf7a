// The version of these headers, and of the library that the program is linked with.
#pragma once

#include <deepyield/config.hpp>

/// As one number: 10,000 * major + 100 * minor + patch. The parts are DEEPYIELD_VERSION_MAJOR,
/// _MINOR and _PATCH.
///
///   static_assert(DEEPYIELD_VERSION >= 200, "needs deepyield 0.2.0");
#define DEEPYIELD_VERSION \
  (DEEPYIELD_VERSION_MAJOR * 10000 + DEEPYIELD_VERSION_MINOR * 100 + DEEPYIELD_VERSION_PATCH)

namespace deepyield {
inline namespace v2 {

/// The DEEPYIELD_VERSION of the library that is linked or loaded: another one than that of the
/// headers where a shared library was exchanged. Throws nothing.
///
///   if (library_version() < DEEPYIELD_VERSION) std::cerr << "an older libdeepyield is installed";
DEEPYIELD_EXPORT int library_version() noexcept;

}  // namespace v2
}  // namespace deepyield
