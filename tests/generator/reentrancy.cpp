// Generators that are used, moved or destroyed while they run, also by other threads. The numbers
// are cases of docs/semantics.md.
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/guard.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <thread>
#include <utility>

using deepyield::already_executing;
using deepyield::generator_state;

TYPED_TEST_CASE(case_35_a_body_that_resumes_itself, Engine, engines) {
  generator_on<Engine, int> g;
  int refused = 0;
  g = [&](yielder_on<Engine, int>& yield) {
    yield(1);
    try {
      g.next();
    } catch (const already_executing&) {
      ++refused;
    }
    try {
      g.begin();
    } catch (const already_executing&) {
      ++refused;
    }
    try {
      g.close();
    } catch (const already_executing&) {
      ++refused;
    }
    yield(2);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 2);
  BOOST_TEST(refused == 3);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_35_a_body_that_sends_to_or_throws_into_itself, Engine, engines) {
  two_way_on<Engine, int, int> g;
  g = [&](two_way_yielder_on<Engine, int, int>& yield) {
    BOOST_CHECK_THROW(g.send(1), already_executing);
    BOOST_CHECK_THROW(g.throw_in(1), already_executing);
    BOOST_TEST(*yield(1) == 42);
    BOOST_CHECK_THROW(g.send(1), already_executing);
    BOOST_CHECK_THROW(g.throw_in(deepyield::generator_exit()), already_executing);
    BOOST_TEST(*yield(2) == 43);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.send(42) == 2);
  BOOST_TEST(!g.send(43));
}

// From CPython: also while it is being closed or thrown into.
TYPED_TEST_CASE(case_35_in_its_cleanup, Engine, engines) {
  generator_on<Engine, int> g;
  const auto body = [&](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (...) {
      BOOST_CHECK(g.state() == generator_state::running);
      BOOST_CHECK_THROW(g.next(), already_executing);
      BOOST_CHECK_THROW(g.close(), already_executing);
      BOOST_CHECK_THROW(g.throw_in(1), already_executing);
      throw;
    }
  };
  g = body;
  g.next();
  BOOST_CHECK_NO_THROW(g.close());
  g = body;
  g.next();
  BOOST_CHECK_THROW(g.throw_in(5), int);
}

TYPED_TEST_CASE(case_35_in_its_very_first_step, Engine, engines) {
  generator_on<Engine, int> g;
  g = [&](yielder_on<Engine, int>& yield) {
    BOOST_CHECK_THROW(g.next(), already_executing);
    yield(1);
  };
  BOOST_TEST(*g.next() == 1);
}

TYPED_TEST_CASE(case_35_through_another_generator, Engine, engines) {
  generator_on<Engine, int> first, second;
  first = [&](yielder_on<Engine, int>& yield) {
    yield(1);
    yield(*second.next());
  };
  second = [&](yielder_on<Engine, int>& yield) {
    BOOST_CHECK(first.state() == generator_state::running);
    BOOST_CHECK_THROW(first.next(), already_executing);
    yield(2);
  };
  BOOST_TEST(*first.next() == 1);
  BOOST_TEST(*first.next() == 2);
}

TYPED_TEST_CASE(case_35_sent_to_thrown_into_and_closed_through_another, Engine, engines) {
  two_way_on<Engine, int, int> first, second;
  first = [&](two_way_yielder_on<Engine, int, int>& yield) {
    yield(1);
    yield(*second.next());
  };
  second = [&](two_way_yielder_on<Engine, int, int>& yield) {
    BOOST_CHECK_THROW(first.send(1), already_executing);
    BOOST_CHECK_THROW(first.throw_in(1), already_executing);
    BOOST_CHECK_THROW(first.close(), already_executing);
    yield(2);
  };
  BOOST_TEST(*first.next() == 1);
  BOOST_TEST(*first.next() == 2);
}

TYPED_TEST_CASE(case_35_not_caught_it_ends_the_body, Engine, engines) {
  generator_on<Engine, int> g;
  g = [&](yielder_on<Engine, int>&) { g.next(); };
  BOOST_CHECK_THROW(g.next(), already_executing);
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_37_another_thread_resumes_one_that_is_running, Engine, engines) {
  bool refused = false;
  generator_on<Engine, int> g;
  g = [&](yielder_on<Engine, int>& yield) {
    std::thread([&] {
      try {
        g.next();
      } catch (const already_executing&) {
        refused = true;
      }
    }).join();
    yield(1);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(refused);
}

TYPED_TEST_CASE(case_38_destroyed_from_its_own_body_terminates_with_a_message, Engine, engines) {
  const death end = die_in_child([] {
    auto g = std::make_unique<generator_on<Engine, int>>();
    *g = [&](yielder_on<Engine, int>&) { g.reset(); };
    g->next();
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("destroyed, or assigned to, while its body is running") !=
             std::string::npos);
}

TYPED_TEST_CASE(case_38_moved_over_from_its_own_body_terminates_with_a_message, Engine, engines) {
  const death end = die_in_child([] {
    generator_on<Engine, int> g;
    g = [&](yielder_on<Engine, int>&) { g = numbers<Engine>(1); };
    g.next();
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("destroyed, or assigned to, while its body is running") !=
             std::string::npos);
}

TYPED_TEST_CASE(case_39_iterators_go_on_when_the_handle_is_moved_or_swapped, Engine, engines) {
  auto g = numbers<Engine>(10);
  auto it = g.begin();
  auto moved = std::move(g);
  BOOST_TEST(*it == 0);
  BOOST_TEST(*++it == 1);
  auto other = numbers<Engine>(100);
  swap(moved, other);
  BOOST_TEST(*++it == 2);
  BOOST_TEST(*moved.next() == 0);
  BOOST_CHECK(it != other.end());
}

TYPED_TEST_CASE(case_39_moved_from_its_own_body, Engine, engines) {
  generator_on<Engine, int> g, elsewhere;
  g = [&](yielder_on<Engine, int>& yield) {
    elsewhere = std::move(g);
    yield(1);
    yield(2);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(*elsewhere.next() == 2);
}

TYPED_TEST_CASE(self_move_and_self_swap_change_nothing, Engine, engines) {
  auto g = numbers<Engine>(3);
  g.next();
  auto& same = g;
  g = std::move(same);
  g.swap(same);
  BOOST_TEST(*g.next() == 1);
}

TYPED_TEST_CASE(case_40_a_body_that_knows_its_generator_weakly_is_cleaned_up_once, Engine,
                engines) {
  int cleaned = 0;
  struct on_exit {
    int& count;
    ~on_exit() { ++count; }
  };
  auto g = std::make_shared<generator_on<Engine, int>>();
  std::weak_ptr<generator_on<Engine, int>> itself = g;
  *g = [&cleaned, itself](yielder_on<Engine, int>& yield) {
    on_exit local{cleaned};
    yield(itself.expired() ? 0 : 1);
    yield(2);
  };
  BOOST_TEST(*g->next() == 1);
  g.reset();
  BOOST_TEST(itself.expired());
  BOOST_TEST(cleaned == 1);
}

TYPED_TEST_CASE(case_40_two_that_know_each_other_weakly, Engine, engines) {
  using generator = generator_on<Engine, int>;
  std::string log;
  auto first = std::make_shared<generator>(), second = std::make_shared<generator>();
  const auto body = [&log](const char* name, std::weak_ptr<generator> other) {
    return [&log, name, other](yielder_on<Engine, int>& yield) {
      guard local{log, name};
      yield(1);
      if (const auto locked = other.lock()) yield(*locked->next());
    };
  };
  *first = body("first ", second);
  *second = body("second ", first);
  first->next();
  BOOST_TEST(*first->next() == 1);
  first.reset();
  BOOST_TEST(log == "first ");
  second.reset();
  BOOST_TEST(log == "first second ");
}
