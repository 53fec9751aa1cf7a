// A mutex that a forked child finds free, and what it guards whole: nobody but the thread that
// forks can be in the middle of it.
#pragma once

#include <mutex>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// A std::mutex that a fork takes first and gives back in parent and child. The forking thread holds
/// it meanwhile; its own lock() does nothing then, so that a program's fork handlers may use
/// generators.
class fork_safe_mutex {
 public:
  constexpr fork_safe_mutex() noexcept = default;

  // Out of line: they ask which thread this is, and a body that a compiler inlined them into may go
  // on in another one.
  void lock();
  bool try_lock();
  void unlock();

 private:
  friend struct fork_handlers;
  std::mutex mutex_;
};

/// All there are. A thread that holds one takes no other.
extern fork_safe_mutex stacks_mutex;    // guards what the stack pool's threads share
extern fork_safe_mutex ambients_mutex;  // guards the table of ambients

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
