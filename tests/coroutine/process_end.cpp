// A body calls exit(), which runs the destructors of static objects. The running generator may be
// one of them. (docs/semantics.md, case 55)
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/consumer.hpp>
#include <deepyield/itertools/count.hpp>
#include <deepyield/itertools/map.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace {

template <class Function>
int status_of_child(Function function) {
  return die_in_child(function).status;
}

template <class Engine>
generator_on<Engine, int> exits_with(int status) {
  return [status](yielder_on<Engine, int>& yield) {
    yield(1);
    std::exit(status);
  };
}

template <class Engine>
struct static_generator {
  static generator_on<Engine, int> object;
};
template <class Engine>
generator_on<Engine, int> static_generator<Engine>::object;

}  // namespace

TYPED_TEST_CASE(case_55_exit_in_the_body_of_a_local_generator, Engine, engines) {
  BOOST_TEST(status_of_child([] {
               auto g = exits_with<Engine>(3);
               while (g.next()) continue;
             }) == 3);
}

TYPED_TEST_CASE(case_55_of_a_static_one, Engine, engines) {
  BOOST_TEST(status_of_child([] {
               static_generator<Engine>::object = exits_with<Engine>(3);
               while (static_generator<Engine>::object.next()) continue;
             }) == 3);
}

TYPED_TEST_CASE(case_55_of_one_that_is_static_in_a_function, Engine, engines) {
  BOOST_TEST(status_of_child([] {
               static auto g = exits_with<Engine>(3);
               while (g.next()) continue;
             }) == 3);
}

#if !defined(__MINGW32__)  // it frees thread-local objects before it destroys them
TYPED_TEST_CASE(case_55_of_a_thread_local_one, Engine, engines) {
  const auto exits = [] {
    static thread_local auto g = exits_with<Engine>(3);
    while (g.next()) continue;
  };
  BOOST_TEST(status_of_child(exits) == 3);
  BOOST_TEST(status_of_child([&] { std::thread(exits).join(); }) == 3);
}
#endif

TYPED_TEST_CASE(case_55_of_one_in_a_static_container, Engine, engines) {
  BOOST_TEST(status_of_child([] {
               static std::vector<generator_on<Engine, int>> all;
               all.push_back(exits_with<Engine>(3));
               all.push_back(numbers<Engine>(3));
               all.back().next();
               while (all.front().next()) continue;
             }) == 3);
}

TYPED_TEST_CASE(case_55_of_a_static_ones_delegate, Engine, engines) {
  for (bool is_static : {false, true})
    BOOST_TEST(status_of_child([is_static] {
                 static auto kept = exits_with<Engine>(3);
                 static generator_on<Engine, int> outer =
                     [is_static](yielder_on<Engine, int>& yield) {
                       if (is_static) yield.from(kept);
                       yield.from(exits_with<Engine>(3));
                     };
                 while (outer.next()) continue;
               }) == 3);
}

TYPED_TEST_CASE(case_55_of_a_static_consumer, Engine, engines) {
  BOOST_TEST(status_of_child([] {
               static deepyield::consumer<int, void, Engine> c =
                   [](deepyield::source<int, Engine>& input) {
                     if (input.next()) std::exit(3);
                   };
               c.push(1);
             }) == 3);
}

TYPED_TEST_CASE(case_55_static_ones_that_are_suspended_are_closed_on_the_stack_that_exits, Engine,
                engines) {
  BOOST_TEST(status_of_child([] {
               static bool closed = false;
               static const struct at_last {
                 ~at_last() { std::_Exit(closed ? 4 : 5); }
               } checks;
               (void)&checks;
               static generator_on<Engine, int> suspended = [](yielder_on<Engine, int>& yield) {
                 struct notes {
                   ~notes() { closed = true; }
                 } at_end;
                 yield(1);
                 (void)at_end;
               };
               suspended.next();
               static auto g = exits_with<Engine>(3);
               while (g.next()) continue;
             }) == 4);
}

namespace {

struct exits {
  int operator()(int number) const {
    if (number == 2) std::exit(3);
    return number;
  }
};

auto exits_at_the_third() {
  return deepyield::itertools::map(exits(), deepyield::itertools::count(0));
}

}  // namespace

BOOST_AUTO_TEST_CASE(exit_in_a_function_of_a_static_lazy_range) {
  BOOST_TEST(status_of_child([] {
               static auto range = exits_at_the_third();
               while (range.next()) continue;
             }) == 3);
}

#if !defined(__MINGW32__)
BOOST_AUTO_TEST_CASE(exit_in_a_function_of_a_thread_local_lazy_range) {
  const auto exit_there = [] {
    static thread_local auto range = exits_at_the_third();
    while (range.next()) continue;
  };
  BOOST_TEST(status_of_child(exit_there) == 3);
  BOOST_TEST(status_of_child([&] { std::thread(exit_there).join(); }) == 3);
}
#endif

BOOST_AUTO_TEST_CASE(exit_in_a_function_of_a_lazy_range_in_a_static_container) {
  BOOST_TEST(status_of_child([] {
               static std::vector<decltype(exits_at_the_third())> all;
               all.push_back(exits_at_the_third());
               while (all.back().next()) continue;
             }) == 3);
}

TYPED_TEST_CASE(exit_in_a_function_of_a_static_lazy_range_that_a_body_reads, Engine, engines) {
  BOOST_TEST(status_of_child([] {
               static auto range = exits_at_the_third();
               static generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
                 while (const int* number = range.next()) yield(*number);
               };
               while (g.next()) continue;
             }) == 3);
}
