// throw_in() reaches the innermost generator of a delegation. The numbers are cases of
// docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

// Yields the value of each error that is thrown in. Returns -1 when a value is negative.
TYPED_TEST_CASE(case_42_thrown_in_and_caught_by_the_inner, Engine, engines) {
  std::string log;
  talk<Engine, int> outer = [&](talker<Engine>& yield) {
    return yield.from(catching<Engine>(log));
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(error{42}) == 42);
  BOOST_TEST(*outer.throw_in(error{43}) == 43);
  BOOST_TEST(*outer.next() == 0);
  BOOST_TEST(!outer.throw_in(error{-1}));
  BOOST_TEST(outer.result() == -1);
}

TYPED_TEST_CASE(case_42_thrown_in_and_not_caught_it_surfaces_at_the_outer, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    auto inner = catching<Engine>(log);
    try {
      yield.from(inner);
    } catch (int i) {
      BOOST_CHECK(inner.state() == generator_state::closed);
      log += "outer catches ";
      yield(i);
    }
    yield(2);
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(42) == 42);
  BOOST_TEST(log == "inner ends outer catches ");
  BOOST_TEST(*outer.next() == 2);
}

TYPED_TEST_CASE(case_42_thrown_in_and_caught_by_nobody, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    guard local{log, "outer ends "};
    yield.from(catching<Engine>(log));
  };
  outer.next();
  const auto thrown = std::make_exception_ptr(42);
  try {
    outer.throw_in(thrown);
    BOOST_ERROR("nothing was thrown");
  } catch (...) {
    BOOST_CHECK(std::current_exception() == thrown);
  }
  BOOST_TEST(log == "inner ends outer ends ");
  BOOST_CHECK(outer.state() == generator_state::closed);
  BOOST_TEST(!outer.next());
}

TYPED_TEST_CASE(case_42_a_stop_iteration_thrown_in_surfaces_as_an_error, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    try {
      yield.from(count<Engine>(0, 3));
    } catch (const generator_raised_stop_iteration&) {
      yield(42);
    }
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(stop_iteration()) == 42);
}

TYPED_TEST_CASE(case_42_thrown_into_a_range_it_surfaces_there, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    try {
      yield.from(std::vector<int>{1, 2, 3});
    } catch (const error& e) {
      yield(e.value);
    }
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(error{42}) == 42);
}
