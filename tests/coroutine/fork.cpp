// The process forks while other threads use the library: the child can use all of it too, and no
// two generators share a stack. (docs/semantics.md, case 53)
#include "support/engines.hpp"
#include "support/sanitizers.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/ambient.hpp>
#include <deepyield/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <thread>
#include <vector>

using deepyield::stack_pool;

namespace {

template <class Engine>
int next_from_ambient() {
  deepyield::ambient<int, void, Engine>::current().try_yield(1);
  return 2;
}

// Yields its number for ever, read from locals. If two generators shared a stack, one would yield
// the other's number.
template <class Engine>
generator_on<Engine, int> its_own(int number) {
  return [number](yielder_on<Engine, int>& yield) {
    volatile int kept[16];
    for (volatile int& each : kept) each = number;
    for (int i = 0;; i = (i + 1) % 16) yield(static_cast<int>(kept[i]));
  };
}

// Makes more generators than a thread caches stacks, so that the shared store is used too; then
// uses an ambient and a delegation. Returns whether all elements were right.
template <class Engine>
bool use_all(int generators) {
  bool right = true;
  std::vector<generator_on<Engine, int>> many;
  for (int i = 0; i < generators; ++i) {
    many.push_back(its_own<Engine>(i));
    many.back().next();
  }
  for (int i = 0; i < generators; ++i)
    right = *many[static_cast<std::size_t>(i)].next() == i && right;
  many.clear();
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    deepyield::ambient<int, void, Engine> scope(yield);
    yield(next_from_ambient<Engine>());
    yield.from(its_own<Engine>(3));
  };
  for (int expected : {1, 2, 3, 3}) right = *g.next() == expected && right;
  return right;
}

template <class Engine>
bool the_child_uses_all() {
  const pid_t child = fork();
  if (child == 0) {
    alarm(60);  // so that a deadlock ends
    const bool right = use_all<Engine>(300);
    stack_pool::trim();
    stack_pool::statistics();
    _exit(right ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  return status == 0;
}

// ThreadSanitizer and qemu-user do not support fork in a process with several threads; Valgrind
// reports as lost, in the child, what the other threads held.
bool can_fork_beside_threads() {
  return !under_thread_sanitizer && !under_qemu() && !under_valgrind();
}

}  // namespace

TYPED_TEST_CASE(case_53_a_child_does_all_of_what_other_threads_were_in_the_middle_of, Engine,
                engines) {
  if (!can_fork_beside_threads()) return;
  deepyield::track_generators();  // so that the registry's lock is held now and then, too
  const int forks = under_address_sanitizer ? 50 : 150;  // of each engine
  std::atomic<bool> stop{false};
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t)
    threads.emplace_back([&stop, &wrong, t] {
      while (!stop) {
        if (t == 0) {
          stack_pool::trim();
          stack_pool::statistics();
        }
        if (!use_all<Engine>(t == 1 ? 20 : 300)) ++wrong;
      }
    });
  int failed = 0;
  for (int i = 0; i < forks; ++i) failed += !the_child_uses_all<Engine>();
  stop = true;
  for (auto& thread : threads) thread.join();
  BOOST_TEST(failed == 0);
  BOOST_TEST(wrong == 0);
}

// The child gets all stacks that the other threads had cached: after trim(), none stays reserved.
TYPED_TEST_CASE(a_child_has_the_stacks_that_other_threads_cached, Engine, engines) {
  if (!can_fork_beside_threads()) return;
  std::atomic<int> step{0};
  std::thread other([&step] {
    use_all<Engine>(300);
    step = 1;
    while (step != 2) std::this_thread::yield();
  });
  while (step != 1) std::this_thread::yield();
  stack_pool::trim();
  const pid_t child = fork();
  if (child == 0) {
    stack_pool::trim();
    const auto left = stack_pool::statistics();
    _exit(left.bytes_reserved == 0 && left.live == 0 && left.cached == 0 ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  step = 2;
  other.join();
  BOOST_TEST(status == 0);
}

namespace {

int handlers_that_use_generators = 0;
bool handlers_found_all_right = true;

template <class... Engine>
bool use_all_of(std::tuple<Engine...>*, int generators) {
  bool right = true;
  const bool each[] = {use_all<Engine>(generators)...};
  for (bool one : each) right = right && one;
  return right;
}

bool in_use = false;
void use_in_handler() {
  if (!in_use) return;
  ++handlers_that_use_generators;
  handlers_found_all_right =
      use_all_of(static_cast<engines*>(nullptr), 300) && handlers_found_all_right;
}

void register_handlers() { pthread_atfork(use_in_handler, use_in_handler, use_in_handler); }

}  // namespace

// Handlers that are registered before the library's own run while the library holds its locks;
// those that are registered later run before it takes them.
__attribute__((constructor(101))) void register_early() { register_handlers(); }

BOOST_AUTO_TEST_CASE(a_programs_own_fork_handlers_may_use_generators) {
  if (!can_fork_beside_threads()) return;
  register_handlers();
  in_use = true;
  const pid_t child = fork();
  if (child == 0) {
    in_use = false;
    _exit(handlers_that_use_generators == 4 && handlers_found_all_right ? 0 : 1);
  }
  in_use = false;
  int status = -1;
  waitpid(child, &status, 0);
  BOOST_TEST(status == 0);
  BOOST_TEST(handlers_that_use_generators == 4);
  BOOST_TEST(handlers_found_all_right);
}
