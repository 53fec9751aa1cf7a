// Delegation to an inner generator that ignores its exit. The numbers are cases of
// docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

// Ignores one exit. Elements: 1, then 2 on the exit, then 3.
template <class Engine>
talk<Engine> ignoring() {
  return [](talker<Engine>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      yield(2);
    }
    yield(3);
  };
}

TYPED_TEST_CASE(an_inner_that_ignores_the_exit_is_an_error_at_the_outer, Engine, engines) {
  for (bool thrown_in : {false, true}) {
    auto inner = ignoring<Engine>();
    bool seen = false;
    talk<Engine> outer = [&](talker<Engine>& yield) {
      try {
        yield.from(inner);
      } catch (const generator_ignored_exit&) {
        seen = true;
        BOOST_CHECK(inner.state() == generator_state::suspended);
        throw;
      }
    };
    outer.next();
    BOOST_CHECK_THROW(thrown_in ? void(outer.throw_in(generator_exit())) : outer.close(),
                      generator_ignored_exit);
    BOOST_TEST(seen);
    BOOST_CHECK(outer.state() == generator_state::closed);
    BOOST_CHECK(inner.state() == generator_state::suspended);
    BOOST_TEST(*inner.next() == 3);
    BOOST_TEST(!inner.next());
  }
}

TYPED_TEST_CASE(an_outer_may_catch_that_and_delegate_to_it_again, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    auto inner = ignoring<Engine>();
    try {
      yield.from(inner);
    } catch (const generator_ignored_exit&) {
    }
    yield.from(inner);
    yield(4);
  };
  BOOST_TEST(*outer.next() == 1);
  BOOST_TEST(*outer.throw_in(generator_exit()) == 3);
  BOOST_TEST(*outer.next() == 4);
  BOOST_TEST(!outer.next());
}

TYPED_TEST_CASE(a_middle_that_swallows_that_ends_and_the_outer_gets_the_exit, Engine, engines) {
  std::string log;
  auto inner = ignoring<Engine>();
  talk<Engine> outer = [&](talker<Engine>& yield) {
    talk<Engine> middle = [&](talker<Engine>& y) {
      try {
        y.from(inner);
      } catch (const generator_ignored_exit&) {
        log += "middle ";
      }
    };
    try {
      yield.from(middle);
      log += "never";
    } catch (const generator_exit&) {
      log += "outer";
      throw;
    }
  };
  outer.next();
  outer.close();
  BOOST_TEST(log == "middle outer");
  BOOST_CHECK(outer.state() == generator_state::closed);
}

TYPED_TEST_CASE(a_temporary_that_ignores_it_is_ended_all_the_same, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) { yield.from(ignoring<Engine>()); };
  outer.next();
  BOOST_CHECK_THROW(outer.close(), generator_ignored_exit);
  BOOST_CHECK(outer.state() == generator_state::closed);
}

// The inner generator delegates: that delegate is closed, and it then delegates to another one.
TYPED_TEST_CASE(an_inner_that_ignores_the_exit_by_delegating_on, Engine, engines) {
  talk<Engine> inner = [](talker<Engine>& yield) {
    try {
      yield.from(count<Engine>(0, 3));
    } catch (const generator_exit&) {
      yield.from(count<Engine>(10, 13));
    }
  };
  talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(inner); };
  outer.next();
  BOOST_CHECK_THROW(outer.close(), generator_ignored_exit);
  BOOST_CHECK(inner.state() == generator_state::suspended);
  BOOST_TEST(*inner.next() == 11);
  BOOST_CHECK_NO_THROW(inner.close());
}

static std::exception_ptr reported;

TYPED_TEST_CASE(what_a_destructor_would_throw_of_it_reaches_the_handler, Engine, engines) {
  reported = nullptr;
  const auto before = deepyield::set_unraisable_handler([](std::exception_ptr e) { reported = e; });
  auto inner = ignoring<Engine>();
  {
    auto outer = delegating<Engine>(std::move(inner));
    outer.next();
  }
  deepyield::set_unraisable_handler(before);
  BOOST_REQUIRE(reported);
  BOOST_CHECK_THROW(std::rethrow_exception(reported), generator_ignored_exit);
}

TYPED_TEST_CASE(ignoring_it_for_ever_terminates_with_a_message, Engine, engines) {
  const death end = die_in_child([] {
    talk<Engine> outer = [](talker<Engine>& yield) {
      talk<Engine> inner = [](talker<Engine>& y) {
        for (;;) try {
            y(1);
          } catch (...) {
          }
      };
      yield.from(inner);
    };
    outer.next();
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("must let generator_exit pass") != std::string::npos);
}

TYPED_TEST_CASE(a_middle_that_answers_what_the_inners_cleanup_throws_with_an_element, Engine,
                engines) {
  talk<Engine> inner = [](talker<Engine>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      throw error{42};
    }
  };
  talk<Engine> middle = [&](talker<Engine>& yield) {
    try {
      yield.from(inner);
    } catch (const error& e) {
      yield(e.value);
      yield(43);
    }
  };
  talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(middle); };
  outer.next();
  BOOST_CHECK_THROW(outer.close(), generator_ignored_exit);
  BOOST_CHECK(inner.state() == generator_state::closed);
  BOOST_CHECK(middle.state() == generator_state::suspended);
  BOOST_TEST(*middle.next() == 43);
}
