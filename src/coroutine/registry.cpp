#include "utility/debug_variable.hpp"
#include "utility/fork_safe_mutex.hpp"

#include <deepyield/coroutine/registry_entry.hpp>
#include <deepyield/coroutine/tool_annotations.hpp>
#include <deepyield/registry.hpp>

#include <atomic>
#include <mutex>

// Debuggers look for this name, in stripped libraries too.
extern "C" DEEPYIELD_EXPORT deepyield::detail::registry_entry deepyield_v2_live_generators;
deepyield::detail::registry_entry deepyield_v2_live_generators{
    &deepyield_v2_live_generators, &deepyield_v2_live_generators, nullptr, nullptr};

// Names the script that gdb loads with a program that contains this. GDB manual, "The
// .debug_gdb_scripts section": 1 is for a file of Python.
#if defined(__ELF__) && defined(DEEPYIELD_GDB_SCRIPT)
asm(".pushsection .debug_gdb_scripts, \"MS\", %progbits, 1\n"
    ".byte 1\n"
    ".asciz \"" DEEPYIELD_GDB_SCRIPT
    "\"\n"
    ".popsection");
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

std::atomic<unsigned> watchers{maybe_valgrind | maybe_registry};

namespace {

enum class tracking : unsigned char { unknown, off, on };
std::atomic<tracking> tracked{tracking::unknown};

// Whether generators are tracked. Nothing waits for another thread here, since that one may not be
// there in a forked child.
bool is_tracked() noexcept {
  if (tracked.load() == tracking::unknown) {
    const tracking wanted = debug_variable_has("track") ? tracking::on : tracking::off;
    tracking before = tracking::unknown;
    tracked.compare_exchange_strong(before, wanted);
  }
  if (tracked.load() == tracking::on) return true;
  watchers.fetch_and(~maybe_registry);
  if (tracked.load() == tracking::off) return false;
  watchers.fetch_or(maybe_registry);  // track_generators() came in between
  return true;
}

}  // namespace

void enlist(registry_entry& entry, const void* block, const char* engine) noexcept {
  if (!is_tracked()) return;
  registry_entry& ring = deepyield_v2_live_generators;
  const std::lock_guard<fork_safe_mutex> lock(registry_mutex);
  entry.block = block;
  entry.engine = engine;
  entry.previous = ring.previous;
  entry.next = &ring;
  ring.previous->next = &entry;
  ring.previous = &entry;
}

void delist(registry_entry& entry) noexcept {
  const std::lock_guard<fork_safe_mutex> lock(registry_mutex);  // the neighbours change it too
  entry.previous->next = entry.next;
  entry.next->previous = entry.previous;
}

}  // namespace detail

void track_generators() noexcept {
  detail::tracked.store(detail::tracking::on);
  detail::watchers.fetch_or(detail::maybe_registry);
}

}  // namespace v2
}  // namespace deepyield
