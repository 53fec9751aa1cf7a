// A mutex that is ready before any constructor runs: static generators may come before it.
#pragma once

#include <boost/config.hpp>

#if defined(BOOST_WINDOWS)
#include "utility/windows.hpp"
#else
#include <mutex>
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

#if defined(BOOST_WINDOWS)

// There, std::mutex may have a constructor that runs: with mingw, and with MSVC until 2024.
class static_mutex {
 public:
  void lock() noexcept { AcquireSRWLockExclusive(&lock_); }
  bool try_lock() noexcept { return TryAcquireSRWLockExclusive(&lock_) != 0; }
  void unlock() noexcept { ReleaseSRWLockExclusive(&lock_); }

 private:
  SRWLOCK lock_ = SRWLOCK_INIT;
};

#else

using static_mutex = std::mutex;

#endif

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
