#include "resources.hpp"

#if defined(_WIN32)
#define PSAPI_VERSION 2  // kernel32 has it, no other library is needed
#include <windows.h>
// windows.h comes first.
#include <psapi.h>
#else
#include <sys/resource.h>
#endif

#include <fstream>
#include <string>

namespace tour {

#if defined(_WIN32)

std::uint64_t peak_memory() {
  PROCESS_MEMORY_COUNTERS counters{};
  GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters);
  return counters.PeakWorkingSetSize / 1024;
}

#else

std::uint64_t peak_memory() {
  // Linux keeps a process's ru_maxrss across exec, so that it may be that of the shell which
  // started us. VmHWM is our own.
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::uint64_t kibibytes;
    if (word == "VmHWM:" && status >> kibibytes) return kibibytes;
  }

  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto peak = static_cast<std::uint64_t>(usage.ru_maxrss);
#ifdef __APPLE__
  return peak / 1024;
#else
  return peak;
#endif
}

#endif

}  // namespace tour
