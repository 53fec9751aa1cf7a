// Delegation over thousands of levels. The numbers are cases of docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

// ThreadSanitizer has no room for 10,000 fibers
static const int levels = under_thread_sanitizer ? 1000 : 10000;

// Returns the number of levels.
template <class Engine>
talk<Engine, int> deep(int n, int& alive) {
  return [n, &alive](talker<Engine>& yield) {
    struct counting {
      int& count;
      explicit counting(int& c) : count(c) { ++count; }
      ~counting() { --count; }
    } local(alive);
    if (n) return 1 + yield.from(deep<Engine>(n - 1, alive));
    for (int last = 0; last >= 0;) {
      const int* sent = yield(last);
      last = sent ? *sent : last + 1;
    }
    return 0;
  };
}

TYPED_TEST_CASE(case_46_ten_thousand_levels_run_and_end, Engine, engines) {
  int alive = 0;
  auto g = deep<Engine>(levels, alive);
  for (int i = 0; i < 1000; ++i) BOOST_REQUIRE(*g.next() == i);
  BOOST_TEST(*g.send(5000) == 5000);
  BOOST_TEST(alive == levels + 1);
  BOOST_TEST(!g.send(-1));
  BOOST_TEST(g.result() == levels);
  BOOST_TEST(alive == 0);
}

TYPED_TEST_CASE(case_46_ten_thousand_levels_closed_and_destroyed_midway, Engine, engines) {
  int alive = 0;
  auto closed = deep<Engine>(levels, alive);
  closed.next();
  BOOST_CHECK(closed.state() == generator_state::suspended);
  closed.close();
  BOOST_TEST(alive == 0);
  {
    auto destroyed = deep<Engine>(levels, alive);
    destroyed.next();
    BOOST_TEST(alive == levels + 1);
  }
  BOOST_TEST(alive == 0);
}

TYPED_TEST_CASE(case_46_an_exception_through_ten_thousand_levels, Engine, engines) {
  int alive = 0;
  auto g = deep<Engine>(levels, alive);
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
  BOOST_TEST(alive == 0);
  auto exit = deep<Engine>(levels, alive);
  exit.next();
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(alive == 0);
}

// Each one captures the next.
template <class Engine>
talk<Engine> chain() {
  auto g = count<Engine>(0, 3);
  for (int i = 0; i < levels; ++i) g = delegating<Engine>(std::move(g));
  return g;
}

TYPED_TEST_CASE(case_46_a_chain_of_captured_ones_runs_and_ends, Engine, engines) {
  auto g = chain<Engine>();
  CHECK_ELEMENTS(g, std::vector<int>{0, 1, 2});
}

TYPED_TEST_CASE(case_46_a_chain_of_captured_ones_is_destroyed_unstarted, Engine, engines) {
  {
    auto destroyed = chain<Engine>();
  }
  auto closed = chain<Engine>();
  closed.close();
  auto thrown_into = chain<Engine>();
  BOOST_CHECK_THROW(thrown_into.throw_in(error{1}), error);
  BOOST_CHECK(thrown_into.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_46_a_chain_of_captured_ones_is_destroyed_midway, Engine, engines) {
  {
    auto destroyed = chain<Engine>();
    destroyed.next();
  }
  auto closed = chain<Engine>();
  closed.next();
  closed.close();
  BOOST_CHECK(closed.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_46_a_chain_of_loops_is_destroyed_midway, Engine, engines) {
  auto g = count<Engine>(0, 3);
  for (int i = 0; i < levels; ++i)
    g = [inner = std::move(g)](talker<Engine>& yield) mutable {
      for (int element : inner) yield(element);
    };
  BOOST_TEST(*g.next() == 0);
  g.close();
  BOOST_CHECK(g.state() == generator_state::closed);
}
