// A mutex that is free in a forked child, and whose data is intact there: during a fork, no other
// thread can be in the middle of a change.
#pragma once

#include "utility/static_mutex.hpp"

namespace deepyield {
inline namespace v2 {
namespace detail {

/// A mutex that a fork locks first, and unlocks in parent and child. Meanwhile lock() does
/// nothing in the forking thread, so that a program's fork handlers may use generators.
class fork_safe_mutex {
 public:
  // Not inline: they read a thread-local variable, and a body into which they were inlined may go
  // on in another thread.
  void lock();
  bool try_lock();
  void unlock();

 private:
  friend struct fork_handlers;
  static_mutex mutex_;
};

/// All mutexes of this kind. A thread that holds one locks no other.
extern fork_safe_mutex stacks_mutex;    // guards what the stack pool's threads share
extern fork_safe_mutex ambients_mutex;  // guards the table of ambients
extern fork_safe_mutex registry_mutex;  // guards the registry of live generators

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
