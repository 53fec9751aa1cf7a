// What a thread does at its end, on MinGW: it destroys thread-local objects there only after it has
// freed their memory.
#pragma once

#if defined(__MINGW32__)

#include "utility/windows.hpp"

#include <pthread.h>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Calls a function at the end of each thread that wants it. For static objects.
class at_thread_end {
 public:
  /// The module that has the function stays loaded: threads may end after a plugin is unloaded.
  explicit at_thread_end(void (*function)(void*)) noexcept {
    HMODULE module;
    is_made_ =
        GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           reinterpret_cast<LPCSTR>(function), &module) &&
        pthread_key_create(&key_, function) == 0;
  }

  /// This thread's end calls function(argument), which is not null. False if memory is exhausted.
  bool wants(void* argument) const noexcept {
    return is_made_ && pthread_setspecific(key_, argument) == 0;
  }

 private:
  pthread_key_t key_ = 0;
  bool is_made_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield

#endif
