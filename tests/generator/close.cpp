// close() and the destructor end the body by raising generator_exit in it. The numbers are cases of
// docs/semantics.md.
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/guard.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <ostream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

using deepyield::generator_exit;
using deepyield::generator_state;

TYPED_TEST_CASE(case_22_closing_what_was_not_started_never_runs_it, Engine, engines) {
  bool ran = false;
  auto captured = std::make_shared<int>();
  std::weak_ptr<int> watch = captured;
  generator_on<Engine, int> g = [&ran, captured = std::move(captured)](yielder_on<Engine, int>&) {
    ran = true;
  };
  g.close();
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(watch.expired());
  BOOST_TEST(!g.next());
  BOOST_TEST(!ran);
}

TYPED_TEST_CASE(case_22_destroying_what_was_not_started_never_runs_it, Engine, engines) {
  bool ran = false;
  auto captured = std::make_shared<int>();
  std::weak_ptr<int> watch = captured;
  {
    generator_on<Engine, int> g = [&ran, captured = std::move(captured)](yielder_on<Engine, int>&) {
      ran = true;
    };
  }
  BOOST_TEST(watch.expired());
  BOOST_TEST(!ran);
}

TYPED_TEST_CASE(case_22_closing_what_has_ended_does_nothing, Engine, engines) {
  auto closed = numbers<Engine>(3);
  closed.next();
  closed.close();
  auto exhausted = numbers<Engine>(0);
  exhausted.next();
  generator_on<Engine, int> failed = [](yielder_on<Engine, int>&) { throw 1; };
  BOOST_CHECK_THROW(failed.next(), int);
  for (int time = 0; time < 3; ++time) {
    BOOST_CHECK_NO_THROW(closed.close());
    BOOST_CHECK_NO_THROW(exhausted.close());
    BOOST_CHECK_NO_THROW(failed.close());
  }
  BOOST_TEST(!closed.next());
}

template <class Engine>
generator_on<Engine, int> guarded(std::string& log) {
  return [&log](yielder_on<Engine, int>& yield) {
    guard outer{log, "outer "};
    [&] {
      guard inner{log, "inner "};
      yield(1);
      log += "never ";
    }();
  };
}

TYPED_TEST_CASE(case_23_closing_runs_the_guards_innermost_first, Engine, engines) {
  std::string log;
  auto g = guarded<Engine>(log);
  g.next();
  g.close();
  BOOST_TEST(log == "inner outer ");
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.has_result());
}

TYPED_TEST_CASE(case_23_so_do_destruction_and_assignment, Engine, engines) {
  std::string log;
  {
    auto g = guarded<Engine>(log);
    g.next();
  }
  BOOST_TEST(log == "inner outer ");
  log.clear();
  auto g = guarded<Engine>(log);
  g.next();
  g = numbers<Engine>(1);
  BOOST_TEST(log == "inner outer ");
  BOOST_TEST(*g.next() == 0);
}

TYPED_TEST_CASE(case_24_the_body_catches_the_exit_and_returns, Engine, engines) {
  generator_on<Engine, int, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
    }
    return 0;
  };
  g.next();
  g.close();
  BOOST_TEST(g.result() == 0);
}

TYPED_TEST_CASE(case_24_a_result_from_the_cleanup_may_be_of_any_type, Engine, engines) {
  generator_on<Engine, int, std::unique_ptr<std::string>> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      return std::make_unique<std::string>("closed");
    }
    return std::make_unique<std::string>("run");
  };
  g.next();
  g.close();
  BOOST_TEST(*g.result() == "closed");
  g.close();
  BOOST_TEST(*g.result() == "closed");
}

TYPED_TEST_CASE(case_24_one_that_lets_the_exit_pass_has_none, Engine, engines) {
  generator_on<Engine, int, int> g = [](yielder_on<Engine, int>& yield) {
    yield(1);
    return 7;
  };
  g.next();
  g.close();
  BOOST_TEST(!g.has_result());
  BOOST_CHECK_THROW(g.result(), deepyield::no_result);
}

TYPED_TEST_CASE(case_25_cleanup_throws_out_of_close, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      throw std::runtime_error("in the cleanup");
    }
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.close(), std::runtime_error, [](const std::runtime_error& e) {
    return e.what() == std::string("in the cleanup");
  });
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_CHECK_NO_THROW(g.close());
}

TYPED_TEST_CASE(case_25_cleanup_throws_stop_iteration_out_of_close, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      throw deepyield::stop_iteration();
    }
  };
  g.next();
  BOOST_CHECK_THROW(g.close(), deepyield::generator_raised_stop_iteration);
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_26_the_body_ignores_the_exit_once, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      yield(2);
    }
    yield(3);
  };
  auto it = g.begin();
  BOOST_CHECK_THROW(g.close(), deepyield::generator_ignored_exit);
  BOOST_CHECK(it == g.end());
  BOOST_CHECK(g.state() == generator_state::suspended);
  BOOST_TEST(*g.next() == 3);
  BOOST_CHECK_NO_THROW(g.close());
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_26_it_goes_on_to_its_end_and_has_a_result, Engine, engines) {
  generator_on<Engine, int, int> g = [](yielder_on<Engine, int>& yield) {
    int ignored = 0;
    for (int i = 0; i < 4; ++i) try {
        yield(i);
      } catch (const generator_exit&) {
        ++ignored;
      }
    return ignored;
  };
  g.next();
  for (int time = 0; time < 3; ++time)
    BOOST_CHECK_THROW(g.close(), deepyield::generator_ignored_exit);
  BOOST_TEST(!g.next());
  BOOST_TEST(g.result() == 3);
}

TYPED_TEST_CASE(case_27_catching_std_exception_does_not_see_the_exit, Engine, engines) {
  bool seen = false;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const std::exception&) {
      seen = true;
    }
  };
  g.next();
  g.close();
  BOOST_TEST(!seen);
  static_assert(!std::is_base_of<std::exception, generator_exit>::value, "");
}

TYPED_TEST_CASE(case_28_the_locals_are_gone_at_once, Engine, engines) {
  std::weak_ptr<int> watch;
  generator_on<Engine, int> g = [&watch](yielder_on<Engine, int>& yield) {
    auto local = std::make_shared<int>(1);
    watch = local;
    yield(*local);
  };
  g.next();
  BOOST_TEST(!watch.expired());
  g.close();
  BOOST_TEST(watch.expired());
}

static std::exception_ptr reported;

template <class Engine>
generator_on<Engine, int> failing_cleanup() {
  return [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      throw std::runtime_error("in the cleanup");
    }
  };
}

TYPED_TEST_CASE(case_29_what_the_destructor_would_throw_reaches_the_handler, Engine, engines) {
  reported = nullptr;
  const auto before =
      deepyield::set_unraisable_handler([](std::exception_ptr error) { reported = error; });
  {
    auto g = failing_cleanup<Engine>();
    g.next();
  }
  deepyield::set_unraisable_handler(before);
  BOOST_REQUIRE(reported);
  BOOST_CHECK_THROW(std::rethrow_exception(reported), std::runtime_error);
}

TYPED_TEST_CASE(case_29_by_default_that_is_one_line_on_stderr, Engine, engines) {
  const death end = die_in_child([] {
    deepyield::set_unraisable_handler(nullptr);
    auto g = failing_cleanup<Engine>();
    g.next();
  });
  BOOST_TEST(!end.aborted);
  BOOST_TEST(end.message ==
             "deepyield: exception ignored in the destructor of a generator: in the cleanup\n");
}

// Destroys a generator at its first element. The body swallows `exits` exits, and yields again
// after each.
template <class Engine>
death destroyed_swallowing(int exits) {
  return die_in_child([exits] {
    generator_on<Engine, int> g = [exits](yielder_on<Engine, int>& yield) {
      for (int element = 0; element <= exits; ++element) try {
          yield(element);
        } catch (const generator_exit&) {
        }
    };
    g.next();
  });
}

TYPED_TEST_CASE(case_29_ignoring_the_exit_for_ever_terminates_with_a_message, Engine, engines) {
  const death end = destroyed_swallowing<Engine>(100);
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("must let generator_exit pass") != std::string::npos);
}

TYPED_TEST_CASE(case_29_ignoring_the_exit_99_times_ends_well, Engine, engines) {
  const death end = destroyed_swallowing<Engine>(99);
  BOOST_TEST(!end.aborted);
  BOOST_TEST(end.message == "");
}

TYPED_TEST_CASE(case_29_a_body_that_swallows_the_exit_now_and_then_ends_cleanly, Engine, engines) {
  int swallowed = 0;
  bool ended = false;
  {
    generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
      for (int i = 0; i < 50; ++i) try {
          yield(i);
        } catch (...) {
          ++swallowed;
        }
      ended = true;
    };
    for (int i = 0; i < 10; ++i) g.next();
  }
  BOOST_TEST(swallowed == 41);
  BOOST_TEST(ended);
}

// A stream swallows any exception that is thrown in an insertion, and sets badbit.
TYPED_TEST_CASE(case_29_a_stream_insertion_around_a_yield_ends_cleanly, Engine, engines) {
  struct yielding_buffer : std::streambuf {
    explicit yielding_buffer(yielder_on<Engine, char>& y) : yield(y) {}
    int_type overflow(int_type c) override {
      yield(static_cast<char>(c));
      return c;
    }
    yielder_on<Engine, char>& yield;
  };
  bool went_bad = false;
  {
    generator_on<Engine, char> g = [&](yielder_on<Engine, char>& yield) {
      yielding_buffer buffer(yield);
      std::ostream out(&buffer);
      out << "abc" << 123;
      went_bad = out.bad();
    };
    BOOST_TEST(*g.next() == 'a');
    BOOST_TEST(*g.next() == 'b');
  }
  BOOST_TEST(went_bad);
}

TYPED_TEST_CASE(case_30_a_temporary_in_a_loop_is_cleaned_up_after_it, Engine, engines) {
  std::string log;
  for (int element : guarded<Engine>(log)) {
    BOOST_TEST(element == 1);
    BOOST_TEST(log.empty());
    break;
  }
  BOOST_TEST(log == "inner outer ");
}

TYPED_TEST_CASE(a_body_closed_while_it_consumes_another_closes_that_too, Engine, engines) {
  std::string log;
  generator_on<Engine, int> outer = [&](yielder_on<Engine, int>& yield) {
    guard own{log, "consumer "};
    for (int i : guarded<Engine>(log)) yield(i);
  };
  outer.next();
  outer.close();
  BOOST_TEST(log == "inner outer consumer ");
}

TYPED_TEST_CASE(a_static_generator_ends_cleanly, Engine, engines) {
  const death end = die_in_child([] {
    static std::string log;
    static auto g = guarded<Engine>(log);
    g.next();
    std::exit(0);
  });
  BOOST_TEST(!end.aborted);
  BOOST_TEST(end.message == "");
}
