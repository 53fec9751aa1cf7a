// try_yield(x) yields through frames that no exception may pass. (docs/semantics.md, case 49; with
// real libraries: tests/foreign)
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/error.hpp"
#include "support/guard.hpp"
#include "support/library.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using deepyield::generator_exit;
using deepyield::generator_ignored_exit;
using deepyield::generator_state;

// Yields the numbers with which library(0, n) calls back. The log shows how each frame was left.
template <class Engine>
generator_on<Engine, int> through_library(int n, std::string& log) {
  return [n, &log](yielder_on<Engine, int>& yield) {
    guard local{log, "body ends"};
    const bool finished = library(0, n, [&](int i) noexcept {
      guard callback{log, "."};
      return yield.try_yield(i);
    });
    log += finished ? "finished " : "aborted ";
    yield.rethrow_pending();
    log += "never pending ";
  };
}

TYPED_TEST_CASE(elements_come_out_of_noexcept_frames, Engine, engines) {
  std::string log;
  auto g = through_library<Engine>(3, log);
  for (int i = 0; i < 3; ++i) BOOST_TEST(*g.next() == i);
  BOOST_TEST(!g.next());
  BOOST_TEST(log == "...finished never pending body ends");
}

TYPED_TEST_CASE(case_49_abandoned_it_tells_the_callback, Engine, engines) {
  std::string log;
  {
    auto g = through_library<Engine>(10, log);
    g.next();
    g.next();
  }
  BOOST_TEST(log == "..aborted body ends");
}

TYPED_TEST_CASE(closed_it_tells_the_callback, Engine, engines) {
  std::string log;
  auto g = through_library<Engine>(10, log);
  g.next();
  g.close();
  BOOST_TEST(log == ".aborted body ends");
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.has_result());
}

TYPED_TEST_CASE(what_is_thrown_in_is_raised_by_rethrow_pending, Engine, engines) {
  std::string log;
  auto g = through_library<Engine>(10, log);
  g.next();
  check_same_exception_comes_out(g);
  BOOST_TEST(log == ".aborted body ends");
}

TYPED_TEST_CASE(an_exit_thrown_in_comes_out, Engine, engines) {
  std::string log;
  auto g = through_library<Engine>(10, log);
  g.next();
  BOOST_CHECK_THROW(g.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(log == ".aborted body ends");
}

TYPED_TEST_CASE(thrown_in_and_caught_behind_the_library_the_body_goes_on, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    for (int round = 0; round < 2; ++round) {
      library(0, 10, [&](int i) { return yield.try_yield(10 * round + i); });
      try {
        yield.rethrow_pending();
      } catch (const error& e) {
        yield(e.value);
      }
    }
    yield.rethrow_pending();
  };
  BOOST_TEST(*g.next() == 0);
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.throw_in(error{42}) == 42);
  BOOST_TEST(*g.next() == 10);
  BOOST_TEST(*g.throw_in(error{43}) == 43);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(once_refused_it_does_not_suspend_any_more, Engine, engines) {
  int refused = 0;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    library(0, 5, [&](int i) {
      if (!yield.try_yield(i)) ++refused;
      return true;  // the library goes on anyway
    });
    yield.rethrow_pending();
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
  BOOST_TEST(refused == 5);
}

TYPED_TEST_CASE(once_raised_it_yields_again, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    BOOST_TEST(!yield.try_yield(1));
    BOOST_CHECK_THROW(yield.rethrow_pending(), error);
    BOOST_TEST(yield.try_yield(2));
    BOOST_CHECK_NO_THROW(yield.rethrow_pending());
    yield(3);
  };
  g.next();
  BOOST_TEST(*g.throw_in(error{42}) == 2);
  BOOST_TEST(*g.next() == 3);
}

TYPED_TEST_CASE(held_back_the_next_yield_raises_it, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield.try_yield(1);
    try {
      yield(2);
      BOOST_ERROR("nothing was raised");
    } catch (const error& e) {
      yield(e.value);
    }
  };
  g.next();
  BOOST_TEST(*g.throw_in(error{42}) == 42);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(held_back_an_exit_is_raised_by_the_next_yield, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    guard local{log, "body ends"};
    yield.try_yield(1);
    yield(2);
    log += "never";
  };
  g.next();
  BOOST_CHECK_NO_THROW(g.close());
  BOOST_TEST(log == "body ends");
}

TYPED_TEST_CASE(held_back_a_range_that_is_yielded_raises_it, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield.try_yield(1);
    BOOST_CHECK_THROW(yield.from({2, 3}), error);
    yield(4);
  };
  g.next();
  BOOST_TEST(*g.throw_in(error{42}) == 4);
}

TYPED_TEST_CASE(held_back_a_delegation_raises_it_and_never_starts, Engine, engines) {
  bool started = false;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    yield.try_yield(1);
    generator_on<Engine, int> inner = [&](yielder_on<Engine, int>&) { started = true; };
    BOOST_CHECK_THROW(yield.from(inner), error);
    BOOST_CHECK(inner.state() == generator_state::created);
    yield(2);
  };
  g.next();
  BOOST_TEST(*g.throw_in(error{42}) == 2);
  BOOST_TEST(!started);
}

TYPED_TEST_CASE(held_back_a_return_raises_it_and_the_result_is_not_kept, Engine, engines) {
  const auto make = []() -> generator_on<Engine, int, std::shared_ptr<int>> {
    return [](yielder_on<Engine, int>& yield) {
      yield.try_yield(1);
      return std::make_shared<int>(7);
    };
  };
  auto thrown_into = make();
  thrown_into.next();
  BOOST_CHECK_EXCEPTION(thrown_into.throw_in(error{42}), error, is_42);
  BOOST_TEST(!thrown_into.has_result());
  BOOST_TEST(!thrown_into.next());
  auto closed = make();
  closed.next();
  BOOST_CHECK_NO_THROW(closed.close());
  BOOST_TEST(!closed.has_result());
  BOOST_CHECK_THROW(closed.result(), deepyield::no_result);
}

TYPED_TEST_CASE(held_back_a_return_of_nothing_raises_it_too, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) { yield.try_yield(1); };
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
  BOOST_TEST(!g.has_result());
}

TYPED_TEST_CASE(held_back_a_stop_iteration_that_a_return_raises_is_an_error, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) { yield.try_yield(1); };
  g.next();
  BOOST_CHECK_THROW(g.throw_in(deepyield::stop_iteration()),
                    deepyield::generator_raised_stop_iteration);
}

// As in C++, an exception that the body throws replaces the one that is being handled.
TYPED_TEST_CASE(held_back_what_the_body_throws_takes_its_place, Engine, engines) {
  const auto make = []() -> generator_on<Engine, int> {
    return [](yielder_on<Engine, int>& yield) {
      if (!yield.try_yield(1)) throw std::runtime_error("the library failed");
    };
  };
  auto closed = make();
  closed.next();
  BOOST_CHECK_THROW(closed.close(), std::runtime_error);
  BOOST_CHECK(closed.state() == generator_state::closed);
  auto thrown_into = make();
  thrown_into.next();
  BOOST_CHECK_THROW(thrown_into.throw_in(error{42}), std::runtime_error);
  BOOST_TEST(!thrown_into.next());
}

TYPED_TEST_CASE(an_exit_that_is_raised_and_caught_and_answered_with_an_element_is_ignored, Engine,
                engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield.try_yield(1);
    try {
      yield.rethrow_pending();
    } catch (const generator_exit&) {
    }
    yield(2);
    yield(3);
  };
  g.next();
  BOOST_CHECK_THROW(g.close(), generator_ignored_exit);
  BOOST_TEST(*g.next() == 3);
}

namespace {
struct throws_when_copied {
  explicit throws_when_copied(int v) : value(v) {}
  throws_when_copied(const throws_when_copied& other) : value(other.value) { throw error{42}; }
  int value;
};
}  // namespace

TYPED_TEST_CASE(a_copy_that_throws_is_held_back, Engine, engines) {
  std::string log;
  generator_on<Engine, throws_when_copied> g = [&](yielder_on<Engine, throws_when_copied>& yield) {
    const throws_when_copied local(1);
    const bool finished = library(0, 3, [&](int i) {
      log += std::to_string(i);
      return i == 0 ? yield.try_yield(throws_when_copied(0)) : yield.try_yield(local);
    });
    BOOST_TEST(!finished);
    BOOST_CHECK(!std::current_exception());
    try {
      yield.rethrow_pending();
    } catch (const error& e) {
      yield(throws_when_copied(e.value));
    }
  };
  BOOST_TEST(g.next()->value == 0);
  BOOST_TEST(g.next()->value == 42);
  BOOST_TEST((g.next() == nullptr));
  BOOST_TEST(log == "01");
}

TYPED_TEST_CASE(once_refused_it_copies_nothing_and_keeps_the_first_exception, Engine, engines) {
  operations log;
  generator_on<Engine, counted> g = [&](yielder_on<Engine, counted>& yield) {
    const counted element(log, 1);
    yield.try_yield(element);
    log.copies = 0;
    yield.try_yield(element);
    BOOST_TEST(log.copies == 0);
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
}

TYPED_TEST_CASE(a_copy_that_throws_and_is_never_asked_for, Engine, engines) {
  generator_on<Engine, throws_when_copied> g = [](yielder_on<Engine, throws_when_copied>& yield) {
    const throws_when_copied local(1);
    yield.try_yield(local);
  };
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
  BOOST_CHECK(g.state() == generator_state::closed);
  generator_on<Engine, throws_when_copied> yields =
      [](yielder_on<Engine, throws_when_copied>& yield) {
        const throws_when_copied local(1);
        yield(throws_when_copied(0));
        yield.try_yield(local);
        yield(throws_when_copied(2));
      };
  yields.next();
  BOOST_CHECK_EXCEPTION(yields.next(), error, is_42);
}

TYPED_TEST_CASE(a_copy_that_throws_in_a_handler, Engine, engines) {
  generator_on<Engine, throws_when_copied> g = [](yielder_on<Engine, throws_when_copied>& yield) {
    const throws_when_copied local(1);
    try {
      throw 5;
    } catch (int) {
      BOOST_TEST(!yield.try_yield(local));
      try {
        throw;
      } catch (int i) {
        BOOST_TEST(i == 5);
      }
      BOOST_CHECK_THROW(yield.rethrow_pending(), error);
      yield(throws_when_copied(2));
    }
  };
  BOOST_TEST(g.next()->value == 2);
  BOOST_CHECK(!std::current_exception());
  BOOST_TEST((g.next() == nullptr));
}

TYPED_TEST_CASE(a_copy_that_throws_during_an_exit_that_then_goes_on, Engine, engines) {
  generator_on<Engine, throws_when_copied> g = [](yielder_on<Engine, throws_when_copied>& yield) {
    const throws_when_copied local(1);
    try {
      yield(throws_when_copied(0));
    } catch (const generator_exit&) {
      BOOST_TEST(!yield.try_yield(local));
      throw;
    }
  };
  g.next();
  BOOST_CHECK_NO_THROW(g.close());
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(nested_noexcept_frames, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    guard local{log, "body ends"};
    library(0, 3, [&](int i) noexcept {
      guard outer{log, "outer "};
      return library(0, 3, [&](int j) noexcept {
        guard inner{log, "inner "};
        return yield.try_yield(10 * i + j);
      });
    });
    yield.rethrow_pending();
  };
  for (int element : {0, 1, 2, 10}) BOOST_TEST(*g.next() == element);
  log.clear();
  g.close();
  BOOST_TEST(log == "inner outer body ends");
}

TYPED_TEST_CASE(it_receives_what_is_sent, Engine, engines) {
  two_way_on<Engine, int, int, int> g = [](two_way_yielder_on<Engine, int, int>& yield) {
    int sum = 0;
    library(0, 10, [&](int i) {
      int unset = 0;
      int* sent = &unset;
      const bool go_on = yield.try_yield(i, sent);
      BOOST_TEST((sent != &unset));
      if (sent) sum += *sent;
      BOOST_TEST((go_on || !sent));
      return go_on && i < 3;
    });
    yield.rethrow_pending();
    return sum;
  };
  BOOST_TEST(*g.next() == 0);
  BOOST_TEST(*g.send(10) == 1);
  BOOST_TEST(*g.next() == 2);
  BOOST_TEST(*g.send(20) == 3);
  BOOST_TEST(!g.send(30));
  BOOST_TEST(g.result() == 60);
}

TYPED_TEST_CASE(refused_it_has_received_nothing, Engine, engines) {
  two_way_on<Engine, int, const std::string&> g =
      [](two_way_yielder_on<Engine, int, const std::string&>& yield) {
        const std::string before;
        for (int time = 0; time < 2; ++time) {
          const std::string* sent = &before;
          BOOST_TEST(!yield.try_yield(time, sent));
          BOOST_TEST((sent == nullptr));
        }
      };
  g.next();
  BOOST_CHECK_THROW(g.throw_in(error{42}), error);
}

TYPED_TEST_CASE(what_is_yielded_converts_binds_and_copies_as_usual, Engine, engines) {
  std::vector<int> values{1, 2};
  generator_on<Engine, int&> references = [&](yielder_on<Engine, int&>& yield) {
    library(0, 2, [&](int i) { return yield.try_yield(values[static_cast<std::size_t>(i)]); });
  };
  for (int& i : references) i *= 10;
  BOOST_TEST(values == (std::vector<int>{10, 20}), boost::test_tools::per_element());
  generator_on<Engine, std::string> strings = [](yielder_on<Engine, std::string>& yield) {
    yield.try_yield("a literal");
    std::string local = "local";
    yield.try_yield(local);
    BOOST_TEST(local == "local");
  };
  BOOST_TEST(*strings.next() == "a literal");
  *strings.next() = "changed";
  BOOST_TEST(!strings.next());
  generator_on<Engine, std::unique_ptr<int>> owners =
      [](yielder_on<Engine, std::unique_ptr<int>>& yield) {
        yield.try_yield(std::make_unique<int>(42));
      };
  BOOST_TEST(**owners.next() == 42);
  generator_on<Engine, void> nothing = [](yielder_on<Engine, void>& yield) {
    BOOST_TEST(yield.try_yield());
    yield.rethrow_pending();
  };
  BOOST_TEST(nothing.next());
  BOOST_TEST(!nothing.next());
}

// --- with delegation -----------------------------------------------------------------------------

TYPED_TEST_CASE(in_an_inner_one_that_is_delegated_to, Engine, engines) {
  std::string log;
  const auto make = [&]() -> generator_on<Engine, int> {
    return [&](yielder_on<Engine, int>& yield) {
      guard local{log, ", outer ends"};
      try {
        yield.from(through_library<Engine>(10, log));
      } catch (const error& e) {
        yield(e.value);
      }
    };
  };
  auto closed = make();
  closed.next();
  closed.next();
  closed.close();
  BOOST_TEST(log == "..aborted body ends, outer ends");
  log.clear();
  auto thrown_into = make();
  thrown_into.next();
  BOOST_TEST(*thrown_into.throw_in(error{42}) == 42);
  BOOST_TEST(!thrown_into.next());
  BOOST_TEST(log == ".aborted body ends, outer ends");
}

TYPED_TEST_CASE(an_inner_that_returns_with_it_held_back, Engine, engines) {
  generator_on<Engine, int> outer = [](yielder_on<Engine, int>& yield) {
    generator_on<Engine, int, int> inner = [](yielder_on<Engine, int>& y) {
      library(0, 10, [&](int i) { return y.try_yield(i); });
      return 7;
    };
    BOOST_CHECK_THROW(yield.from(inner), error);
    BOOST_TEST(!inner.has_result());
    yield(42);
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(error{42}) == 42);
}

TYPED_TEST_CASE(an_inner_that_yields_with_it_held_back, Engine, engines) {
  generator_on<Engine, int> outer = [](yielder_on<Engine, int>& yield) {
    generator_on<Engine, int> inner = [](yielder_on<Engine, int>& y) {
      y.try_yield(1);
      BOOST_CHECK_THROW(y(2), error);
      y(3);
    };
    yield.from(inner);
    yield(4);
  };
  BOOST_TEST(*outer.next() == 1);
  BOOST_TEST(*outer.throw_in(error{42}) == 3);
  BOOST_TEST(*outer.next() == 4);
}

TYPED_TEST_CASE(an_inner_whose_copy_throws, Engine, engines) {
  generator_on<Engine, throws_when_copied> outer =
      [](yielder_on<Engine, throws_when_copied>& yield) {
        generator_on<Engine, throws_when_copied> inner =
            [](yielder_on<Engine, throws_when_copied>& y) {
              const throws_when_copied local(1);
              y.try_yield(local);
            };
        BOOST_CHECK_EXCEPTION(yield.from(inner), error, is_42);
        yield(throws_when_copied(2));
      };
  BOOST_TEST(outer.next()->value == 2);
  BOOST_TEST((outer.next() == nullptr));
}

// The destructor of a local may yield, but only by try_yield: it must not throw.
TYPED_TEST_CASE(out_of_a_destructor, Engine, engines) {
  struct farewell {
    yielder_on<Engine, int>& yield;
    ~farewell() { yield.try_yield(42); }
  };
  const auto make = []() -> generator_on<Engine, int> {
    return [](yielder_on<Engine, int>& yield) {
      farewell last{yield};
      yield(1);
    };
  };
  auto run = make();
  BOOST_TEST(*run.next() == 1);
  BOOST_TEST(*run.next() == 42);
  BOOST_TEST(!run.next());
  auto thrown_into = make();
  thrown_into.next();
  BOOST_TEST(*thrown_into.throw_in(error{42}) == 42);
  BOOST_CHECK_EXCEPTION(thrown_into.next(), error, is_42);
  auto closed = make();
  closed.next();
  BOOST_CHECK_THROW(closed.close(), generator_ignored_exit);
  BOOST_CHECK_NO_THROW(closed.close());
  BOOST_CHECK(closed.state() == generator_state::closed);
}
