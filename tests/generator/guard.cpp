// yield.guard(f) runs a callback under frames that no exception may pass. (docs/semantics.md,
// case 50; with real libraries: tests/foreign)
#include "support/guard.hpp"
#include "support/engines.hpp"
#include "support/error.hpp"
#include "support/library.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <exception>
#include <memory>
#include <string>
#include <utility>

using deepyield::generator_exit;
using deepyield::generator_ignored_exit;
using deepyield::generator_state;

// When called back with i, yields 10 i and 10 i + 1. The log shows how each frame was left.
template <class Engine>
generator_on<Engine, int> pairs_through_library(int n, std::string& log) {
  return [n, &log](yielder_on<Engine, int>& yield) {
    const guard local{log, "body ends"};
    const bool finished = library(0, n, [&](int i) noexcept {
      return yield.guard([&] {
        const guard callback{log, "."};
        yield(10 * i);
        yield(10 * i + 1);
      });
    });
    log += finished ? "finished " : "aborted ";
    yield.rethrow_pending();
    log += "never pending ";
  };
}

// The same, but the callback throws an error of its own when it is called back with 1.
template <class Engine>
generator_on<Engine, int> throwing_through_library(std::string& log) {
  return [&log](yielder_on<Engine, int>& yield) {
    const guard local{log, "body ends"};
    library(0, 5, [&](int i) noexcept {
      log += std::to_string(i);
      return yield.guard([&] {
        yield(i);
        if (i == 1) throw error{42};
      });
    });
    log += " aborted ";
    yield.rethrow_pending();
  };
}

TYPED_TEST_CASE(case_50_a_callback_yields_several_times, Engine, engines) {
  std::string log;
  auto g = pairs_through_library<Engine>(2, log);
  for (int element : {0, 1, 10, 11}) BOOST_TEST(*g.next() == element);
  BOOST_TEST(!g.next());
  BOOST_TEST(log == "..finished never pending body ends");
}

TYPED_TEST_CASE(case_50_dropped_at_its_second_yield, Engine, engines) {
  std::string log;
  {
    auto g = pairs_through_library<Engine>(5, log);
    g.next();
    g.next();
  }
  BOOST_TEST(log == ".aborted body ends");
}

TYPED_TEST_CASE(case_50_closed_at_its_second_yield, Engine, engines) {
  std::string log;
  auto g = pairs_through_library<Engine>(5, log);
  g.next();
  g.next();
  BOOST_CHECK_NO_THROW(g.close());
  BOOST_TEST(log == ".aborted body ends");
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_50_thrown_into_at_its_second_yield, Engine, engines) {
  std::string log;
  auto g = pairs_through_library<Engine>(5, log);
  g.next();
  g.next();
  check_same_exception_comes_out(g);
  BOOST_TEST(log == ".aborted body ends");
}

TYPED_TEST_CASE(case_50_an_exit_thrown_in_comes_out, Engine, engines) {
  std::string log;
  auto g = pairs_through_library<Engine>(5, log);
  g.next();
  BOOST_CHECK_THROW(g.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(log == ".aborted body ends");
}

TYPED_TEST_CASE(case_50_what_a_callback_throws_is_raised_behind_the_library, Engine, engines) {
  std::string log;
  auto g = throwing_through_library<Engine>(log);
  BOOST_TEST(*g.next() == 0);
  BOOST_TEST(*g.next() == 1);
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
  BOOST_TEST(log == "01 aborted body ends");
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_50_before_any_yield_too, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(!yield.guard([] { throw error{42}; }));
    yield.rethrow_pending();
  };
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_50_a_callback_that_has_thrown_is_not_run_again, Engine, engines) {
  int runs = 0;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    library(0, 5, [&](int) {
      yield.guard([&] {
        ++runs;
        throw error{42};
      });
      return true;  // the library goes on anyway
    });
    yield.rethrow_pending();
  };
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
  BOOST_TEST(runs == 1);
}

TYPED_TEST_CASE(case_50_once_raised_it_runs_again, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield.guard([] { throw error{42}; });
    BOOST_CHECK_EXCEPTION(yield.rethrow_pending(), error, is_42);
    BOOST_TEST(yield.guard([&] { yield(1); }));
    BOOST_CHECK_NO_THROW(yield.rethrow_pending());
    yield(2);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 2);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_50_what_is_never_asked_for_the_next_yield_raises, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield(1);
    yield.guard([] { throw error{42}; });
    BOOST_CHECK_EXCEPTION(yield(2), error, is_42);
    yield(3);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 3);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_50_what_is_never_asked_for_a_return_raises, Engine, engines) {
  generator_on<Engine, int, int> g = [](yielder_on<Engine, int>& yield) {
    yield.guard([] { throw error{42}; });
    return 7;
  };
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
  BOOST_TEST(!g.has_result());
}

TYPED_TEST_CASE(case_50_a_stop_iteration_of_a_callback_is_an_error, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield.guard([] { throw deepyield::stop_iteration(); });
    yield.rethrow_pending();
  };
  BOOST_CHECK_THROW(g.next(), deepyield::generator_raised_stop_iteration);
}

TYPED_TEST_CASE(case_50_an_exit_that_the_callback_swallows_and_answers_is_ignored, Engine,
                engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(yield.guard([&] {
      try {
        yield(1);
      } catch (const generator_exit&) {
        yield(2);
      }
      yield(3);
    }));
  };
  g.next();
  BOOST_CHECK_THROW(g.close(), generator_ignored_exit);
  BOOST_TEST(*g.next() == 3);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_50_what_the_callback_returns_is_dropped, Engine, engines) {
  const auto watched = std::make_shared<int>(0);
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    BOOST_TEST(yield.guard([] { return false; }));
    BOOST_TEST(yield.guard([&] { return watched; }));
    BOOST_TEST(watched.use_count() == 1);
  };
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_50_a_callback_that_can_only_be_moved_and_called_as_an_rvalue, Engine,
                engines) {
  struct callback {
    std::unique_ptr<int> value;
    yielder_on<Engine, int>& yield;
    void operator()() && { yield(*value); }
  };
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(yield.guard(callback{std::make_unique<int>(42), yield}));
  };
  BOOST_TEST(*g.next() == 42);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_50_an_lvalue_callback_is_called_where_it_is, Engine, engines) {
  struct counter {
    counter() = default;
    counter(const counter&) = delete;
    void operator()() { ++calls; }
    int calls = 0;
  };
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    counter callback;
    yield.guard(callback);
    yield.guard(callback);
    yield(callback.calls);
  };
  BOOST_TEST(*g.next() == 2);
}

// --- of several, the first -----------------------------------------------------------------------

TYPED_TEST_CASE(case_50_a_guard_within_a_guard_holds_back_for_both, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    const bool outer = yield.guard([&] {
      yield(1);
      log += yield.guard([] { throw error{42}; }) ? "inner true " : "inner false ";
    });
    log += outer ? "outer true" : "outer false";
    yield.rethrow_pending();
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
  BOOST_TEST(log == "inner false outer false");
}

TYPED_TEST_CASE(case_50_of_two_exceptions_the_first_is_kept, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield.guard([&] {
      yield.guard([] { throw error{42}; });
      throw error{43};
    });
    yield.rethrow_pending();
  };
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
}

TYPED_TEST_CASE(case_50_what_is_held_back_within_is_raised_by_the_next_yield_within, Engine,
                engines) {
  bool reached = false;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    BOOST_TEST(!yield.guard([&] {
      yield.guard([] { throw error{42}; });
      yield(1);
      reached = true;
    }));
    yield.rethrow_pending();
  };
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
  BOOST_TEST(!reached);
}

TYPED_TEST_CASE(case_50_what_is_raised_and_caught_within_is_not_held_back, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(yield.guard([&] {
      yield.guard([] { throw error{42}; });
      BOOST_CHECK_EXCEPTION(yield.rethrow_pending(), error, is_42);
    }));
  };
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_50_after_a_refused_try_yield_it_does_not_run, Engine, engines) {
  bool ran = false;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    BOOST_TEST(!yield.try_yield(1));
    BOOST_TEST(!yield.guard([&] { ran = true; }));
    yield.rethrow_pending();
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
  BOOST_TEST(!ran);
}

TYPED_TEST_CASE(case_50_after_it_has_thrown_a_try_yield_is_refused, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield.guard([] { throw error{42}; });
    BOOST_TEST(!yield.try_yield(1));
    yield.rethrow_pending();
  };
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
}

TYPED_TEST_CASE(case_50_a_try_yield_that_is_refused_within_makes_it_false, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(!yield.guard([&] { yield.try_yield(1); }));
    yield.rethrow_pending();
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
}

// --- what is sent --------------------------------------------------------------------------------

TYPED_TEST_CASE(case_50_it_receives_what_is_sent, Engine, engines) {
  two_way_on<Engine, int, int, int> g = [](two_way_yielder_on<Engine, int, int>& yield) {
    int sum = 0;
    library(0, 2, [&](int i) {
      return yield.guard([&] {
        for (int element : {10 * i, 10 * i + 1})
          if (const int* sent = yield(element)) sum += *sent;
      });
    });
    return sum;
  };
  BOOST_TEST(*g.next() == 0);
  BOOST_TEST(*g.send(1) == 1);
  BOOST_TEST(*g.next() == 10);
  BOOST_TEST(*g.send(20) == 11);
  BOOST_TEST(!g.send(300));
  BOOST_TEST(g.result() == 321);
}

// --- exceptions in hand --------------------------------------------------------------------------

TYPED_TEST_CASE(case_50_in_a_handler_of_the_body, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      throw 5;
    } catch (int) {
      BOOST_TEST(!yield.guard([&] {
        yield(1);
        throw error{42};
      }));
      try {
        throw;
      } catch (int i) {
        BOOST_TEST(i == 5);
      }
    }
    BOOST_CHECK(!std::current_exception());
    yield.rethrow_pending();
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_CHECK(!std::current_exception());
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
}

TYPED_TEST_CASE(case_50_in_a_handler_of_the_consumer, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(!yield.guard([] { throw error{42}; }));
    BOOST_CHECK(!std::current_exception());
    try {
      yield.rethrow_pending();
    } catch (const error& e) {
      yield(e.value);
    }
  };
  try {
    throw 5;
  } catch (int) {
    BOOST_TEST(*g.next() == 42);
    try {
      throw;
    } catch (int i) {
      BOOST_TEST(i == 5);
    }
  }
}

// A destructor that runs while an exception unwinds the body must not throw.
TYPED_TEST_CASE(case_50_in_a_destructor_while_the_body_is_unwound, Engine, engines) {
  struct farewell {
    yielder_on<Engine, int>& yield;
    ~farewell() {
      yield.guard([this] {
        yield(1);
        yield(2);
        throw error{43};
      });
    }
  };
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    const farewell last{yield};
    throw error{42};
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 2);
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
}

// --- with delegation -----------------------------------------------------------------------------

TYPED_TEST_CASE(case_50_in_an_inner_one_that_is_closed, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    const guard local{log, ", outer ends"};
    yield.from(pairs_through_library<Engine>(5, log));
  };
  g.next();
  g.next();
  g.close();
  BOOST_TEST(log == ".aborted body ends, outer ends");
}

TYPED_TEST_CASE(case_50_what_an_inner_ones_callback_throws_surfaces_at_the_delegation, Engine,
                engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    BOOST_CHECK_EXCEPTION(yield.from(throwing_through_library<Engine>(log)), error, is_42);
    yield(7);
  };
  for (int element : {0, 1, 7}) BOOST_TEST(*g.next() == element);
  BOOST_TEST(!g.next());
  BOOST_TEST(log == "01 aborted body ends");
}

TYPED_TEST_CASE(case_50_a_callback_delegates, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(yield.guard([&] { yield.from(numbers<Engine>(2)); }));
    yield(7);
  };
  for (int element : {0, 1, 7}) BOOST_TEST(*g.next() == element);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_50_a_callback_that_delegates_is_closed_inner_first, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    const guard local{log, "outer ends"};
    BOOST_TEST(!yield.guard([&] {
      generator_on<Engine, int> inner = [&](yielder_on<Engine, int>& y) {
        const guard inners{log, "inner ends, "};
        y(1);
      };
      yield.from(inner);
    }));
    log += "aborted, ";
    yield.rethrow_pending();
  };
  g.next();
  g.close();
  BOOST_TEST(log == "inner ends, aborted, outer ends");
}

TYPED_TEST_CASE(case_50_what_escapes_a_callbacks_delegate_is_held_back, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(!yield.guard([&] {
      generator_on<Engine, int> inner = [](yielder_on<Engine, int>& y) {
        y(1);
        throw error{42};
      };
      yield.from(inner);
    }));
    yield.rethrow_pending();
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
}
