// Closing a delegating generator closes the inner one first. The numbers are cases of
// docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

// An outer generator delegates to a middle one, and that to an inner one. Each has something to
// clean up.
template <class Engine, class Inner>
talk<Engine> three_levels(std::string& log, Inner inner) {
  return [&log, inner](talker<Engine>& yield) {
    guard local{log, "outer "};
    talk<Engine> middle = [&](talker<Engine>& y) {
      guard middles{log, "middle "};
      talk<Engine> innermost = inner;
      y.from(innermost);
      log += "never ";
    };
    yield.from(middle);
    log += "never ";
  };
}

TYPED_TEST_CASE(case_43_close_goes_from_the_inside_outwards, Engine, engines) {
  std::string log;
  auto g = three_levels<Engine>(log, [&](talker<Engine>& yield) {
    guard local{log, "inner "};
    yield(1);
  });
  g.next();
  g.close();
  BOOST_TEST(log == "inner middle outer ");
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.has_result());
}

TYPED_TEST_CASE(case_43_so_do_destruction_and_an_exit_thrown_in, Engine, engines) {
  std::string log;
  const auto inner = [&](talker<Engine>& yield) {
    guard local{log, "inner "};
    yield(1);
  };
  {
    auto g = three_levels<Engine>(log, inner);
    g.next();
  }
  BOOST_TEST(log == "inner middle outer ");
  log.clear();
  auto g = three_levels<Engine>(log, inner);
  g.next();
  BOOST_CHECK_THROW(g.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(log == "inner middle outer ");
}

TYPED_TEST_CASE(case_43_what_the_inners_cleanup_throws_comes_out, Engine, engines) {
  for (bool thrown_in : {false, true}) {
    std::string log;
    auto g = three_levels<Engine>(log, [](talker<Engine>& yield) {
      try {
        yield(1);
      } catch (const generator_exit&) {
        throw error{42};
      }
    });
    g.next();
    BOOST_CHECK_EXCEPTION(thrown_in ? void(g.throw_in(generator_exit())) : g.close(), error, is_42);
    BOOST_TEST(log == "middle outer ");
    BOOST_CHECK(g.state() == generator_state::closed);
    BOOST_CHECK_NO_THROW(g.close());
  }
}

TYPED_TEST_CASE(case_43_what_the_inners_cleanup_throws_can_be_caught_by_the_outer, Engine,
                engines) {
  for (bool thrown_in : {false, true}) {
    talk<Engine, int> outer = [](talker<Engine>& yield) {
      talk<Engine> inner = [](talker<Engine>& y) {
        try {
          y(1);
        } catch (const generator_exit&) {
          throw error{42};
        }
      };
      try {
        yield.from(inner);
      } catch (const error& e) {
        return e.value;
      }
      return 0;
    };
    outer.next();
    if (thrown_in)
      BOOST_TEST(!outer.throw_in(generator_exit()));
    else
      BOOST_CHECK_NO_THROW(outer.close());
    BOOST_TEST(outer.result() == 42);
  }
}

TYPED_TEST_CASE(case_43_an_inners_stop_iteration_comes_out_as_an_error, Engine, engines) {
  std::string log;
  auto g = three_levels<Engine>(log, [](talker<Engine>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      throw stop_iteration();
    }
  });
  g.next();
  BOOST_CHECK_THROW(g.close(), generator_raised_stop_iteration);
  BOOST_TEST(log == "middle outer ");
}

// The inner generator catches the exit and returns 5. The outer's yield.from does not return that
// 5: it raises the exit.
TYPED_TEST_CASE(case_43_the_inner_returns_and_the_outer_still_gets_the_exit, Engine, engines) {
  for (bool thrown_in : {false, true}) {
    std::string log;
    talk<Engine, int> inner = [](talker<Engine>& yield) {
      try {
        yield(1);
      } catch (const generator_exit&) {
      }
      return 5;
    };
    talk<Engine> outer = [&](talker<Engine>& yield) {
      try {
        yield.from(inner);
        log += "never";
      } catch (const generator_exit&) {
        log += "exit";
        throw;
      }
    };
    outer.next();
    if (thrown_in)
      BOOST_CHECK_THROW(outer.throw_in(generator_exit()), generator_exit);
    else
      outer.close();
    BOOST_TEST(log == "exit");
    BOOST_TEST(inner.result() == 5);
  }
}

TYPED_TEST_CASE(case_43_an_exit_thrown_in_that_the_outer_catches, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    try {
      yield.from(count<Engine>(0, 3));
    } catch (const generator_exit&) {
    }
    yield.from(count<Engine>(10, 12));
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(generator_exit()) == 10);
  BOOST_TEST(*outer.next() == 11);
  BOOST_TEST(!outer.next());
}

TYPED_TEST_CASE(an_outer_that_answers_close_with_an_element_has_ignored_it, Engine, engines) {
  for (bool by_delegation : {false, true}) {
    talk<Engine> outer = [=](talker<Engine>& yield) {
      try {
        yield.from(count<Engine>(0, 3));
      } catch (const generator_exit&) {
      }
      by_delegation ? yield.from(count<Engine>(10, 13)) : void(yield(10));
      yield(11);
    };
    auto it = outer.begin();
    BOOST_CHECK_THROW(outer.close(), generator_ignored_exit);
    BOOST_CHECK(it == outer.end());
    BOOST_CHECK(outer.state() == generator_state::suspended);
    BOOST_TEST(*outer.next() == 11);
    BOOST_CHECK_NO_THROW(outer.close());
  }
}

TYPED_TEST_CASE(an_outer_may_delegate_for_its_cleanup, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    try {
      yield.from(count<Engine>(0, 3));
    } catch (const generator_exit&) {
      talk<Engine, int> cleanup = [&](talker<Engine>&) {
        log += "cleanup ";
        return 42;
      };
      BOOST_TEST(yield.from(cleanup) == 42);
      throw;
    }
  };
  outer.next();
  outer.close();
  BOOST_TEST(log == "cleanup ");
}
