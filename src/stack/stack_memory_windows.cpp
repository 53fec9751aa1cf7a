#include "stack/stack_memory.hpp"
#include "utility/windows.hpp"

#include <deepyield/errors.hpp>

#define PSAPI_VERSION 2  // kernel32 has it, no other library is needed
#include <psapi.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <string>

namespace deepyield {
inline namespace v2 {
namespace detail {
namespace {

SYSTEM_INFO system_info() noexcept {
  SYSTEM_INFO info;
  GetSystemInfo(&info);
  return info;
}

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

}  // namespace

// Windows counts what is committed as memory, touched or not. So a slab is small.
const std::size_t slab_bytes = std::size_t(8) << 20;

std::size_t page_size() noexcept {
  static const std::size_t size = system_info().dwPageSize;
  return size;
}

char* reserve(std::size_t bytes) noexcept {
  return static_cast<char*>(VirtualAlloc(nullptr, bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE));
}

void unreserve(char* memory, std::size_t) noexcept { VirtualFree(memory, 0, MEM_RELEASE); }

// Not PAGE_GUARD: that faults only once, and the next overflow would run into the stack below.
bool guard(char* page) noexcept {
  DWORD before;
  if (VirtualProtect(page, page_size(), PAGE_NOACCESS, &before)) return true;
  errno = ENOMEM;
  return false;
}

// MEM_RESET says that the contents may go, and to unlock what is not locked takes the pages out of
// the working set. Goes from region to region: it leaves the guards alone, and neighbouring slabs
// are separate to Windows.
void give_back(char* memory, std::size_t bytes) noexcept {
  char* const end = memory + bytes;
  MEMORY_BASIC_INFORMATION region;
  while (memory < end && VirtualQuery(memory, &region, sizeof region)) {
    const std::size_t left = static_cast<std::size_t>(end - memory);
    const std::size_t size = (std::min)(std::size_t(region.RegionSize), left);
    if (region.Protect == PAGE_READWRITE && VirtualAlloc(memory, size, MEM_RESET, PAGE_READWRITE))
      VirtualUnlock(memory, size);
    memory += size;
  }
}

std::size_t resident(char* memory, std::size_t bytes) noexcept {
  constexpr std::size_t pages_at_once = 64;  // this may run on a small body's stack
  PSAPI_WORKING_SET_EX_INFORMATION asked[pages_at_once];
  const std::size_t page = page_size();
  std::size_t pages = 0;
  for (std::size_t done = 0; done < bytes; done += pages_at_once * page) {
    const std::size_t now = (std::min)((bytes - done) / page, pages_at_once);
    for (std::size_t i = 0; i < now; ++i) asked[i].VirtualAddress = memory + done + i * page;
    if (!QueryWorkingSetEx(GetCurrentProcess(), asked, static_cast<DWORD>(now * sizeof *asked)))
      continue;
    pages += static_cast<std::size_t>(
        std::count_if(asked, asked + now, [](const PSAPI_WORKING_SET_EX_INFORMATION& one) {
          return one.VirtualAttributes.Valid != 0;
        }));
  }
  return pages * page;
}

void throw_refused(std::size_t bytes, int) {
  const std::string refused = "the system gave no stack of " + std::to_string(bytes) +
                              " bytes (error " + std::to_string(GetLastError()) + "): ";
  const std::string fewer = "ask for a smaller stack, or keep fewer generators at once";
  MEMORYSTATUSEX memory{};
  memory.dwLength = sizeof memory;
  if (!GlobalMemoryStatusEx(&memory)) throw stack_error(refused + fewer);
  if (memory.ullAvailPageFile < 2 * bytes)
    throw stack_error(refused + "of the " + megabytes(memory.ullTotalPageFile) +
                      " that the system can commit, " + megabytes(memory.ullAvailPageFile) +
                      " are left; enlarge the page file, " + fewer);
  throw stack_error(refused + megabytes(memory.ullAvailVirtual) +
                    " of address space are left, perhaps in pieces; " + fewer);
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
