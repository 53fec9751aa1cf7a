// Delegation, CPython's TestInterestingEdgeCases: how an inner generator reacts to close and
// throw_in. The numbers are cases of docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

// The inner generator yields 1, and calls `reaction` when anything is raised there. The outer one
// only delegates.
template <class Engine, class Reaction>
talk<Engine, int> reacting(Reaction reaction) {
  return [=](talker<Engine>& yield) {
    talk<Engine, int> inner = [=](talker<Engine>& y) {
      try {
        y(1);
      } catch (...) {
        return reaction(y);
      }
      return 0;
    };
    return yield.from(std::move(inner));
  };
}

template <class Engine, class Reaction>
talk<Engine, int> started(Reaction reaction) {
  auto g = reacting<Engine>(reaction);
  BOOST_TEST(*g.next() == 1);
  return g;
}

TYPED_TEST_CASE(edge_the_inner_raises_it_again, Engine, engines) {
  const auto reaction = [](talker<Engine>&) -> int { throw; };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_NO_THROW(closed.close());
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_exit);
  auto stop = started<Engine>(reaction);
  BOOST_CHECK_THROW(stop.throw_in(stop_iteration()), generator_raised_stop_iteration);
  auto other = started<Engine>(reaction);
  BOOST_CHECK_EXCEPTION(other.throw_in(error{42}), error, is_42);
  for (auto* g : {&closed, &exit, &stop, &other}) BOOST_TEST((!g->next() && !g->has_result()));
}

TYPED_TEST_CASE(edge_the_inner_raises_an_exit, Engine, engines) {
  const auto reaction = [](talker<Engine>&) -> int { throw generator_exit(); };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_NO_THROW(closed.close());
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_exit);
  auto other = started<Engine>(reaction);
  BOOST_CHECK_THROW(other.throw_in(error{42}), generator_exit);
  for (auto* g : {&closed, &exit, &other}) BOOST_TEST(!g->next());
}

TYPED_TEST_CASE(edge_the_inner_raises_a_stop_iteration, Engine, engines) {
  const auto reaction = [](talker<Engine>&) -> int { throw stop_iteration(); };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_THROW(closed.close(), generator_raised_stop_iteration);
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_raised_stop_iteration);
  auto other = started<Engine>(reaction);
  BOOST_CHECK_THROW(other.throw_in(error{42}), generator_raised_stop_iteration);
  for (auto* g : {&closed, &exit, &other}) BOOST_TEST(!g->next());
}

TYPED_TEST_CASE(edge_the_inner_raises_another_exception, Engine, engines) {
  const auto reaction = [](talker<Engine>&) -> int { throw error{42}; };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_EXCEPTION(closed.close(), error, is_42);
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_EXCEPTION(exit.throw_in(generator_exit()), error, is_42);
  auto other = started<Engine>(reaction);
  BOOST_CHECK_EXCEPTION(other.throw_in(1), error, is_42);
  for (auto* g : {&closed, &exit, &other}) BOOST_TEST(!g->next());
}

TYPED_TEST_CASE(edge_the_inner_yields, Engine, engines) {
  const auto reaction = [](talker<Engine>& yield) {
    yield(2);
    return 9;
  };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_THROW(closed.close(), generator_ignored_exit);
  BOOST_TEST(!closed.next());
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_ignored_exit);
  BOOST_TEST(!exit.next());
  auto other = started<Engine>(reaction);
  BOOST_TEST(*other.throw_in(error{42}) == 2);
  BOOST_TEST(!other.next());
  BOOST_TEST(other.result() == 9);
}

TYPED_TEST_CASE(edge_the_inner_returns, Engine, engines) {
  const auto reaction = [](talker<Engine>&) { return 9; };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_NO_THROW(closed.close());
  BOOST_TEST(!closed.has_result());
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(!exit.has_result());
  auto other = started<Engine>(reaction);
  BOOST_TEST(!other.throw_in(error{42}));
  BOOST_TEST(other.result() == 9);
}
