// How large the library takes a page to be.
#pragma once

#include <cstddef>

#if defined(DEEPYIELD_PAGE_SIZE)
inline std::size_t page_size() { return DEEPYIELD_PAGE_SIZE; }
#elif defined(_WIN32)
#include <windows.h>
inline std::size_t page_size() {
  SYSTEM_INFO info;
  GetSystemInfo(&info);
  return info.dwPageSize;
}
#else
#include <unistd.h>
inline std::size_t page_size() { return static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); }
#endif
