// The registry: a list of the live generators, for debuggers.
//
//   deepyield::track_generators();  // early in main; then gdb has `info generators`
#pragma once

#include <deepyield/config.hpp>

namespace deepyield {
inline namespace v2 {

/// From now on each generator that is made is in the registry until it ends: gdb's `info
/// generators` and lldb's `generators` list what is there. Making and ending a generator then take
/// a lock. The environment variable DEEPYIELD_DEBUG=track does the same without a rebuild, from the
/// first generator on. Throws nothing.
///
///   track_generators();
DEEPYIELD_EXPORT void track_generators() noexcept;

}  // namespace v2
}  // namespace deepyield
