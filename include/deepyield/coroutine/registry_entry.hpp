// A coroutine's entry in the registry of live ones.
#pragma once

#include <deepyield/config.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// The entries are a ring, in which deepyield_v2_live_generators stands for its beginning and end.
/// debuggers/deepyield-gdb.py knows these members by name.
struct registry_entry {
  registry_entry* next;
  registry_entry* previous;
  const void* block;   // the control_block<Engine>; nullptr: not in the registry
  const char* engine;  // Engine::name()
};

/// Adds the entry, if generators are tracked: see registry.hpp.
DEEPYIELD_EXPORT void enlist(registry_entry& entry, const void* block, const char* engine) noexcept;
/// Takes one out that is in.
DEEPYIELD_EXPORT void delist(registry_entry& entry) noexcept;

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
