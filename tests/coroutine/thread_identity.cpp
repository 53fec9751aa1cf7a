// A body that is resumed in another thread sees that thread's errno, thread_local variables and
// pthread_self(). A compiler may keep their addresses across a yield, so the body asks for them in
// a function that is not inlined.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/config.hpp>
#include <boost/test/unit_test.hpp>

#include <pthread.h>

#include <cerrno>
#include <thread>

namespace {

thread_local int of_this_thread = 0;

BOOST_NOINLINE int& thread_local_of_now() { return of_this_thread; }
BOOST_NOINLINE int& errno_of_now() { return errno; }
BOOST_NOINLINE pthread_t thread_of_now() { return pthread_self(); }

bool are_of_this_thread(int* variable, int* error, pthread_t thread) {
  return variable == &thread_local_of_now() && error == &errno_of_now() &&
         pthread_equal(thread, thread_of_now());
}

}  // namespace

TYPED_TEST_CASE(
    what_asks_in_a_function_of_its_own_after_the_yield_is_told_of_the_thread_that_it_runs_in,
    Engine, engines) {
  generator_on<Engine, bool> g = [](yielder_on<Engine, bool>& yield) {
    for (;;) yield(are_of_this_thread(&thread_local_of_now(), &errno_of_now(), thread_of_now()));
  };
  BOOST_TEST(*g.next());
  for (int i = 0; i < 3; ++i) std::thread([&g] { BOOST_TEST(*g.next()); }).join();
  BOOST_TEST(*g.next());
}

// The same for the library's own thread_local: each thread has a cache of stacks, which ends with
// the thread.
TYPED_TEST_CASE(a_body_that_moves_makes_and_drops_generators_in_each_thread, Engine, engines) {
  const std::size_t before = deepyield::stack_pool::statistics().live;
  {
    generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
      for (;;) {
        auto kept = numbers<Engine>(2);
        yield(*numbers<Engine>(3).next() + *kept.next());
      }
    };
    for (int i = 0; i < 20; ++i) std::thread([&g] { BOOST_TEST(*g.next() == 0); }).join();
  }
  BOOST_TEST(deepyield::stack_pool::statistics().live == before);
}
