// Stacks: custom allocators, sizes, and errors when no stack can be allocated.
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/pages.hpp"
#include "support/sanitizers.hpp"
#include "support/typed_test_case.hpp"

#include <boost/context/fixedsize_stack.hpp>
#include <boost/context/pooled_fixedsize_stack.hpp>
#include <boost/context/protected_fixedsize_stack.hpp>
#include <boost/test/unit_test.hpp>

#if !defined(_WIN32)
#include <sys/resource.h>
#endif

#include <array>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

struct stack_log {
  int allocated = 0;
  int deallocated = 0;
};

class counting_stack {
 public:
  explicit counting_stack(stack_log& log, std::size_t bytes = 64 * 1024)
      : log_(&log), stack_(bytes) {}
  boost::context::stack_context allocate() {
    ++log_->allocated;
    return stack_.allocate();
  }
  void deallocate(boost::context::stack_context& stack) {
    ++log_->deallocated;
    stack_.deallocate(stack);
  }

 private:
  stack_log* log_;
  boost::context::fixedsize_stack stack_;
};

struct no_stack {
  boost::context::stack_context allocate() { throw std::string("what the allocator throws"); }
  void deallocate(boost::context::stack_context&) {}
};

template <class Engine>
void endless(yielder_on<Engine, int>& yield) {
  for (int i = 0;; ++i) yield(i);
}

// Returns whether the limit can be tested: sanitizers have already reserved far more, and Wine
// keeps no limit.
#if defined(_WIN32)
bool limit_address_space() { return false; }
#else
bool limit_address_space() {
  if (under_address_sanitizer || under_thread_sanitizer || under_qemu()) return false;
  rlimit limit{};
  getrlimit(RLIMIT_AS, &limit);
  limit.rlim_cur = std::size_t(1) << 30;
  return setrlimit(RLIMIT_AS, &limit) == 0;
}
#endif

bool says(const deepyield::stack_error& error, const std::string& text) {
  BOOST_TEST_INFO(error.what());
  return std::string(error.what()).find(text) != std::string::npos;
}

}  // namespace

TYPED_TEST_CASE(a_custom_allocator_gives_and_takes_one_stack, Engine, engines) {
  stack_log log;
  {
    generator_on<Engine, int> created(std::allocator_arg, counting_stack(log), endless<Engine>);
    BOOST_TEST(log.allocated == 1);
    generator_on<Engine, int> suspended(std::allocator_arg, counting_stack(log), endless<Engine>);
    BOOST_TEST(*suspended.next() == 0);
    generator_on<Engine, int> closed(std::allocator_arg, counting_stack(log), endless<Engine>);
    closed.next();
    closed.close();
    generator_on<Engine, int> finished(std::allocator_arg, counting_stack(log),
                                       [](yielder_on<Engine, int>&) {});
    BOOST_TEST(!finished.next());
    generator_on<Engine, int> failed(std::allocator_arg, counting_stack(log),
                                     [](yielder_on<Engine, int>&) { throw 1; });
    BOOST_CHECK_THROW(failed.next(), int);
    BOOST_TEST(log.allocated == 5);
    BOOST_TEST(log.deallocated == 0);
  }
  BOOST_TEST(log.deallocated == 5);
}

TYPED_TEST_CASE(boosts_own_allocators_serve, Engine, engines) {
  generator_on<Engine, int> fixed(std::allocator_arg, boost::context::fixedsize_stack(32 * 1024),
                                  endless<Engine>);
  BOOST_TEST(*fixed.next() == 0);
  BOOST_TEST(fixed.stack_size() == 32u * 1024);
  generator_on<Engine, int> guarded(
      std::allocator_arg, boost::context::protected_fixedsize_stack(32 * 1024), endless<Engine>);
  BOOST_TEST(*guarded.next() == 0);
}

TYPED_TEST_CASE(what_a_custom_allocator_throws_comes_out_unchanged, Engine, engines) {
  auto captured = std::make_shared<int>();
  std::weak_ptr<int> watch = captured;
  const auto make = [&] {
    generator_on<Engine, int> g(std::allocator_arg, no_stack(),
                                [captured = std::move(captured)](yielder_on<Engine, int>&) {});
  };
  BOOST_CHECK_EXCEPTION(make(), std::string,
                        [](const std::string& e) { return e == "what the allocator throws"; });
  BOOST_TEST(watch.expired());
}

TYPED_TEST_CASE(a_body_that_throws_when_it_is_stored_gives_its_stack_back, Engine, engines) {
  struct throws_when_copied {
    throws_when_copied() = default;
    throws_when_copied(const throws_when_copied&) { throw 5; }
    void operator()(yielder_on<Engine, int>&) const {}
  };
  stack_log log;
  const throws_when_copied body{};
  BOOST_CHECK_THROW(
      (static_cast<void>(generator_on<Engine, int>(std::allocator_arg, counting_stack(log), body))),
      int);
  BOOST_TEST(log.allocated == 1);
  BOOST_TEST(log.deallocated == 1);
}

// The allocator owns the stacks, so a moved-from one could not take a stack back.
TYPED_TEST_CASE(a_body_that_throws_when_it_is_stored_gives_its_stack_back_to_a_pool_of_boosts,
                Engine, engines) {
  struct throws_when_copied {
    throws_when_copied() = default;
    throws_when_copied(const throws_when_copied&) { throw 5; }
    void operator()(yielder_on<Engine, int>&) const {}
  };
  boost::context::pooled_fixedsize_stack pool(64 * 1024);
  const throws_when_copied body{};
  void* const first = pool.allocate().sp;
  boost::context::stack_context stack;
  stack.sp = first;
  stack.size = 64 * 1024;
  pool.deallocate(stack);
  for (int i = 0; i < 3; ++i)
    BOOST_CHECK_THROW(
        (static_cast<void>(generator_on<Engine, int>(std::allocator_arg, pool, body))), int);
  const boost::context::stack_context again = pool.allocate();
  BOOST_TEST(again.sp == first);
  stack = again;
  pool.deallocate(stack);
}

struct throws_when_moved : counting_stack {
  using counting_stack::counting_stack;
  throws_when_moved(const throws_when_moved&) = default;
  throws_when_moved(throws_when_moved&& other) : counting_stack(other) {
    if (other.armed) throw 7;
  }
  bool armed = false;
  boost::context::stack_context allocate() {
    armed = true;
    return counting_stack::allocate();
  }
};

TYPED_TEST_CASE(an_allocator_that_throws_when_it_is_moved_takes_its_stack_back, Engine, engines) {
  stack_log log;
  auto captured = std::make_shared<int>();
  const std::weak_ptr<int> watch = captured;
  const auto make = [&] {
    generator_on<Engine, int> g(std::allocator_arg, throws_when_moved(log),
                                [captured = std::move(captured)](yielder_on<Engine, int>&) {});
  };
  BOOST_CHECK_THROW(make(), int);
  BOOST_TEST(log.allocated == 1);
  BOOST_TEST(log.deallocated == 1);
  BOOST_TEST(watch.expired());
}

TYPED_TEST_CASE(a_stack_too_small_for_what_the_body_captures_is_an_error_that_says_so, Engine,
                engines) {
  stack_log log;
  const auto make = [&] {
    generator_on<Engine, int> g(
        std::allocator_arg, counting_stack(log, 16 * 1024),
        [big = std::array<char, 20000>()](yielder_on<Engine, int>&) { (void)big; });
  };
  BOOST_CHECK_EXCEPTION(make(), deepyield::stack_error, [](const auto& e) {
    return says(e, "too small for this body") && says(e, "16384");
  });
  BOOST_TEST(log.deallocated == 1);
}

TYPED_TEST_CASE(impossible_sizes_are_errors_that_name_the_size, Engine, engines) {
  for (std::size_t bytes : {std::size_t(0), std::size_t(1), std::size_t(100),
                            (std::numeric_limits<std::size_t>::max)()}) {
    const auto is_named = [bytes](const deepyield::stack_error& e) {
      return says(e, std::to_string(bytes));
    };
    BOOST_CHECK_EXCEPTION((static_cast<void>(generator_on<Engine, int>(
                              std::allocator_arg, deepyield::stack_pool(bytes), endless<Engine>))),
                          deepyield::stack_error, is_named);
    BOOST_CHECK_EXCEPTION(deepyield::set_default_stack_size(bytes), deepyield::stack_error,
                          is_named);
  }
}

TYPED_TEST_CASE(a_size_that_the_system_refuses_is_an_error_that_names_the_limit, Engine, engines) {
  const death end = die_in_child([] {
    if (!limit_address_space()) return;
    const std::size_t more_than_the_limit = std::size_t(1) << (sizeof(std::size_t) < 8 ? 30 : 32);
    try {
      generator_on<Engine, int> g(std::allocator_arg, deepyield::stack_pool(more_than_the_limit),
                                  endless<Engine>);
    } catch (const deepyield::stack_error& e) {
      // Where pages are larger, a little more is asked for.
      const std::string bytes = page_size() == 4096 ? std::to_string(more_than_the_limit) : "";
      if (says(e, bytes + " bytes") && says(e, "address space is 1073741824 bytes") &&
          says(e, "ulimit -v"))
        return;
      std::fputs(e.what(), stderr);
    }
    std::abort();
  });
  BOOST_TEST(!end.aborted, end.message);
}

TYPED_TEST_CASE(running_out_of_stacks_harms_none_that_live, Engine, engines) {
  const death end = die_in_child([] {
    if (!limit_address_space()) return;
    std::vector<generator_on<Engine, int>> live;
    try {
      for (;;) {
        live.emplace_back(std::allocator_arg, deepyield::stack_pool(16 * 1024 * 1024),
                          endless<Engine>);
        live.back().next();
      }
    } catch (const deepyield::stack_error&) {
    }
    for (auto& g : live)
      if (*g.next() != 1) std::abort();
    if (live.size() < 10) std::abort();
  });
  BOOST_TEST(!end.aborted);
}

TYPED_TEST_CASE(the_default_size_can_be_set, Engine, engines) {
  const std::size_t before = deepyield::default_stack_size();
  BOOST_TEST(before == 1024u * 1024 + 4096 - page_size());  // larger guards take more of it
  deepyield::set_default_stack_size(before);
  BOOST_TEST(deepyield::default_stack_size() == before);
  deepyield::set_default_stack_size(4 * 1024 * 1024);
  generator_on<Engine, int> g = endless<Engine>;
  deepyield::set_default_stack_size(before);
  // less the guard page and the offset at which the stack begins in the last page
  BOOST_TEST(g.stack_size() > 4000u * 1024);
}

// docs/semantics.md, case 57. Makes 64 bodies that capture `Captured` bytes, on stacks of the
// smallest size, and returns how many are refused.
template <class Engine, std::size_t Captured>
int refused_of_64() {
  std::vector<generator_on<Engine, int>> live;
  int refused = 0;
  for (int i = 0; i < 64; ++i) {
    try {
      live.emplace_back(
          std::allocator_arg, deepyield::stack_pool(16 * 1024),
          [kept = std::array<char, Captured>()](yielder_on<Engine, int>&) { (void)kept; });
    } catch (const deepyield::stack_error&) {
      ++refused;
    }
  }
  return refused;
}

#if defined(__aarch64__) || defined(__s390x__)
constexpr std::size_t small_capture = 400;  // the unwinder needs more there
#else
constexpr std::size_t small_capture = 2500;
#endif

TYPED_TEST_CASE(what_the_smallest_stack_has_room_for_is_the_same_wherever_it_begins, Engine,
                engines) {
  // Where pages are larger than all that the smallest stack promises, it has more.
  BOOST_TEST((refused_of_64<Engine, 9000>()) == (page_size() == 4096 ? 64 : 0));
  if (under_address_sanitizer || under_thread_sanitizer) return;  // they need more than it has
  BOOST_TEST((refused_of_64<Engine, small_capture>()) == 0);
}

template <class Engine>
void descend(int depth, yielder_on<Engine, int>& yield) {
  if (depth == 0) return yield(1);
  descend<Engine>(depth - 1, yield);
  yield(0);  // prevents a tail call above
}

// As the recursive walk of a tree that has degenerated into a list.
TYPED_TEST_CASE(case_47_a_recursion_of_100000_levels_on_a_larger_stack, Engine, engines) {
  const int levels = under_thread_sanitizer ? 10000 : 100000;  // its limit is 65,536 calls
  generator_on<Engine, int> g(
      std::allocator_arg, deepyield::stack_pool(256 * 1024 * 1024),
      [=](yielder_on<Engine, int>& yield) { descend<Engine>(levels, yield); });
  BOOST_TEST(*g.next() == 1);
  int rest = 0;
  while (g.next()) ++rest;
  BOOST_TEST(rest == levels);
}

// Cases about allocators from the test suites of std::generator. Ours allocate stacks, and are not
// part of a generator's type.

namespace {

// Uses some of the stack.
template <class Engine>
void sixty_four_at_a_time(yielder_on<Engine, int>& yield) {
  int numbers[64];
  for (int i = 0; i < 1024; ++i) yield(numbers[i % 64] = i);
}

}  // namespace

// MSVC's static_allocator_test and dynamic_allocator_test; libc++ allocator.pass.cpp
TYPED_TEST_CASE(generators_on_stacks_of_different_allocators_are_of_one_type, Engine, engines) {
  stack_log log;
  std::vector<generator_on<Engine, int>> generators;
  generators.emplace_back(sixty_four_at_a_time<Engine>);
  generators.emplace_back(std::allocator_arg, deepyield::stack_pool(64 * 1024),
                          sixty_four_at_a_time<Engine>);
  generators.emplace_back(std::allocator_arg, boost::context::fixedsize_stack(64 * 1024),
                          sixty_four_at_a_time<Engine>);
  generators.emplace_back(std::allocator_arg, counting_stack(log), sixty_four_at_a_time<Engine>);
  for (auto& g : generators) {
    int expected = 0;
    for (int i : g) expected += i == expected;
    BOOST_TEST(expected == 1024);
  }
  generators.front() = std::move(generators.back());
  generators.pop_back();
  BOOST_TEST(log.deallocated == 0);
  generators.clear();
  BOOST_TEST(log.allocated == 1);
  BOOST_TEST(log.deallocated == 1);
}

namespace {

template <class Engine>
struct makes_generators {
  int from;
  generator_on<Engine, int> three(stack_log& log) const {
    return {std::allocator_arg, counting_stack(log), [this](yielder_on<Engine, int>& yield) {
              for (int i = 0; i < 3; ++i) yield(from + i);
            }};
  }
};

}  // namespace

// libstdc++ alloc.cc
TYPED_TEST_CASE(a_temporarys_stack_lasts_as_long_as_the_loop_over_it, Engine, engines) {
  stack_log log;
  const makes_generators<Engine> object{7};
  int sum = 0;
  for (int i : object.three(log)) {
    sum += i;
    BOOST_TEST(log.allocated == 1);
    BOOST_TEST(log.deallocated == 0);
  }
  BOOST_TEST(sum == 24);
  BOOST_TEST(log.deallocated == 1);
}

// libstdc++ lwg3899.cc; the reference implementation's
// test_yielding_elements_of_generator_with_different_allocator_type
TYPED_TEST_CASE(nested_generators_take_no_stack_but_their_own, Engine, engines) {
  stack_log log;
  const auto two_from = [&](int from) {
    return generator_on<Engine, int>(std::allocator_arg, counting_stack(log),
                                     [from](yielder_on<Engine, int>& yield) {
                                       yield(from);
                                       yield(from + 1);
                                     });
  };
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    auto first = two_from(0), second = two_from(2);
    yield.from(std::move(first));
    yield.from(second);
  };
  int expected = 0;
  for (int i : g) {
    BOOST_TEST(i == expected++);
    BOOST_TEST(log.allocated == 2);
  }
  BOOST_TEST(expected == 4);
  BOOST_TEST(log.deallocated == 2);
}
