// Delegation: exceptions of the inner generator reach the outer one. The numbers are cases of
// docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

TYPED_TEST_CASE(case_45_the_inner_throws_at_its_first_or_a_later_element, Engine, engines) {
  for (int n : {0, 2}) {
    std::string log;
    talk<Engine> outer = [&](talker<Engine>& yield) {
      talk<Engine> inner = [&](talker<Engine>& y) {
        guard local{log, "inner "};
        for (int i = 0; i < n; ++i) y(i);
        throw error{42};
      };
      try {
        guard local{log, "outer "};
        yield.from(std::move(inner));
      } catch (const error& e) {
        log += "caught ";
        yield(e.value);
      }
      yield(43);
    };
    for (int i = 0; i < n; ++i) BOOST_TEST(*outer.next() == i);
    BOOST_TEST(*outer.next() == 42);
    BOOST_TEST(log == "inner outer caught ");
    BOOST_TEST(*outer.next() == 43);
    BOOST_TEST(!outer.next());
  }
}

TYPED_TEST_CASE(case_45_caught_by_nobody_it_comes_out_once, Engine, engines) {
  talk<Engine> inner = [](talker<Engine>& yield) {
    yield(1);
    throw error{42};
  };
  auto outer = delegating<Engine>(delegating<Engine>(std::move(inner)));
  outer.next();
  BOOST_CHECK_EXCEPTION(outer.next(), error, is_42);
  BOOST_CHECK(outer.state() == generator_state::closed);
  BOOST_TEST(!outer.next());
}

TYPED_TEST_CASE(a_stop_iteration_that_escapes_the_inner_is_an_error_at_the_outer, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine> inner = [](talker<Engine>& y) {
      y(1);
      throw stop_iteration();
    };
    try {
      yield.from(inner);
    } catch (const generator_raised_stop_iteration& e) {
      BOOST_CHECK_THROW(std::rethrow_if_nested(e), stop_iteration);
      yield(42);
    }
  };
  outer.next();
  BOOST_TEST(*outer.next() == 42);
}

TYPED_TEST_CASE(an_exit_of_the_inners_own_surfaces_at_the_outer, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine> inner = [](talker<Engine>& y) {
      y(1);
      throw generator_exit();
    };
    yield.from(inner);
  };
  outer.next();
  BOOST_CHECK_THROW(outer.next(), generator_exit);
}

TYPED_TEST_CASE(an_outer_catches_what_the_inner_threw_and_delegates_on, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    for (int time = 1; time <= 3; ++time) {
      talk<Engine> inner = [time](talker<Engine>& y) {
        y(time);
        throw error{10 * time};
      };
      try {
        yield.from(inner);
      } catch (const error& e) {
        yield.from(count<Engine>(e.value, e.value + 1));
      }
    }
  };
  CHECK_ELEMENTS(outer, std::vector<int>{1, 10, 2, 20, 3, 30});
}

TYPED_TEST_CASE(what_the_inner_threw_is_not_raised_by_another_delegation_to_it, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine> inner = [](talker<Engine>& y) {
      y(1);
      throw error{42};
    };
    BOOST_CHECK_EXCEPTION(yield.from(inner), error, is_42);
    BOOST_CHECK_NO_THROW(yield.from(inner));
    yield(2);
  };
  CHECK_ELEMENTS(outer, std::vector<int>{1, 2});
}

TYPED_TEST_CASE(delegating_in_a_handler_nobody_sees_anothers_exception, Engine, engines) {
  const auto current = [] {
    try {
      throw;
    } catch (const error& e) {
      return e.value;
    }
  };
  talk<Engine> outer = [&](talker<Engine>& yield) {
    try {
      throw error{1};
    } catch (const error&) {
      talk<Engine> inner = [&](talker<Engine>& y) {
        BOOST_CHECK(!std::current_exception());
        y(1);
        try {
          throw error{2};
        } catch (const error&) {
          y(2);
          BOOST_TEST(current() == 2);
          y.from(count<Engine>(3, 5));
          BOOST_TEST(current() == 2);
        }
        BOOST_CHECK(!std::current_exception());
        y(5);
      };
      yield.from(inner);
      BOOST_TEST(current() == 1);
      yield(6);
      BOOST_TEST(current() == 1);
    }
    BOOST_CHECK(!std::current_exception());
    yield(7);
  };
  for (int i = 1; i <= 7; ++i) {
    if (i % 2) {
      BOOST_TEST(*outer.next() == i);
      BOOST_CHECK(!std::current_exception());
    } else {
      try {
        throw error{100};
      } catch (const error&) {
        BOOST_TEST(*outer.next() == i);
        BOOST_TEST(current() == 100);
      }
    }
  }
  BOOST_TEST(!outer.next());
}

TYPED_TEST_CASE(closed_and_thrown_into_while_all_of_them_handle_something, Engine, engines) {
  const auto in_handler = [](std::string& log) {
    return [&log](talker<Engine>& yield) {
      guard local{log, "outer "};
      try {
        throw error{1};
      } catch (const error&) {
        talk<Engine> inner = [&](talker<Engine>& y) {
          guard inners{log, "inner "};
          try {
            throw error{2};
          } catch (const error&) {
            y(1);
          }
        };
        yield.from(inner);
      }
    };
  };
  std::string log;
  talk<Engine> closed = in_handler(log);
  closed.next();
  BOOST_CHECK(closed.state() == generator_state::suspended);
  closed.close();
  BOOST_TEST(log == "inner outer ");
  log.clear();
  talk<Engine> thrown_into = in_handler(log);
  thrown_into.next();
  try {
    throw error{100};
  } catch (const error& mine) {
    BOOST_CHECK_EXCEPTION(thrown_into.throw_in(error{42}), error, is_42);
    try {
      throw;
    } catch (const error& e) {
      BOOST_TEST(&e == &mine);
    }
  }
  BOOST_TEST(log == "inner outer ");
}

TYPED_TEST_CASE(destroyed_while_an_exception_unwinds_the_owner, Engine, engines) {
  std::string log;
  struct throws_and_catches {
    std::string& log;
    ~throws_and_catches() {
      try {
        throw error{42};
      } catch (const error&) {
        log += "cleanup ";
      }
    }
  };
  try {
    talk<Engine> outer = [&](talker<Engine>& yield) {
      throws_and_catches local{log};
      talk<Engine> inner = [&](talker<Engine>& y) {
        throws_and_catches inners{log};
        y(1);
      };
      yield.from(inner);
    };
    outer.next();
    throw error{100};
  } catch (const error& e) {
    BOOST_TEST(e.value == 100);
  }
  BOOST_TEST(log == "cleanup cleanup ");
}
