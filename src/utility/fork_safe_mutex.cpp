#include "utility/fork_safe_mutex.hpp"
#include "utility/initial_exec.hpp"

#include <boost/config.hpp>

#if defined(BOOST_HAS_PTHREADS)
#include <pthread.h>
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

fork_safe_mutex stacks_mutex;
fork_safe_mutex ambients_mutex;
fork_safe_mutex registry_mutex;

namespace {

DEEPYIELD_INITIAL_EXEC thread_local bool this_thread_forks = false;

}  // namespace

BOOST_NOINLINE void fork_safe_mutex::lock() {
  if (!this_thread_forks) mutex_.lock();
}

BOOST_NOINLINE bool fork_safe_mutex::try_lock() { return this_thread_forks || mutex_.try_lock(); }

BOOST_NOINLINE void fork_safe_mutex::unlock() {
  if (!this_thread_forks) mutex_.unlock();
}

struct fork_handlers {
  static void before() {
    stacks_mutex.mutex_.lock();
    ambients_mutex.mutex_.lock();
    registry_mutex.mutex_.lock();
    this_thread_forks = true;
  }
  static void after() {
    this_thread_forks = false;
    registry_mutex.mutex_.unlock();
    ambients_mutex.mutex_.unlock();
    stacks_mutex.mutex_.unlock();
  }
};

#if defined(BOOST_HAS_PTHREADS)
// Before main, so that no fork comes first.
BOOST_ATTRIBUTE_UNUSED static const int registered =
    pthread_atfork(fork_handlers::before, fork_handlers::after, fork_handlers::after);
#endif

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
