// throw_in() raises an exception in the body. The numbers are cases of docs/semantics.md.
#include "support/engines.hpp"
#include "support/error.hpp"
#include "support/guard.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

using deepyield::generator_exit;
using deepyield::generator_raised_stop_iteration;
using deepyield::generator_state;
using deepyield::stop_iteration;

namespace {

template <class Nested, class Outer>
bool has_nested(const Outer& e) {
  try {
    std::rethrow_if_nested(e);
  } catch (const Nested&) {
    return true;
  } catch (...) {
  }
  return false;
}

}  // namespace

// Yields 1, 2 and so on. When an error is thrown in, yields its value, or returns it if it is
// negative.
template <class Engine>
generator_on<Engine, int, int> catching() {
  return [](yielder_on<Engine, int>& yield) {
    for (int element = 1;; ++element) try {
        yield(element);
      } catch (const error& e) {
        if (e.value < 0) return e.value;
        yield(e.value);
      }
  };
}

TYPED_TEST_CASE(case_16_caught_in_the_body_it_runs_on, Engine, engines) {
  auto g = catching<Engine>();
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.throw_in(error{42}) == 42);
  BOOST_TEST(*g.next() == 2);
  BOOST_TEST(*g.throw_in(std::make_exception_ptr(error{43})) == 43);
  BOOST_CHECK(g.state() == generator_state::suspended);
}

TYPED_TEST_CASE(case_16_at_any_depth, Engine, engines) {
  struct nested {
    static void yield_at(int depth, yielder_on<Engine, int>& yield) {
      depth ? yield_at(depth - 1, yield) : yield(1);
    }
  };
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    try {
      guard local{log, "unwound "};
      nested::yield_at(50, yield);
    } catch (const error&) {
      log += "caught ";
    }
    yield(2);
  };
  g.next();
  BOOST_TEST(*g.throw_in(error{42}) == 2);
  BOOST_TEST(log == "unwound caught ");
}

TYPED_TEST_CASE(case_17_not_caught_it_comes_out_and_ends_the_generator, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    guard local{log, "unwound"};
    yield(1);
    log += "never";
  };
  auto it = g.begin();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
  BOOST_TEST(log == "unwound");
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_CHECK(it == g.end());
  BOOST_TEST(!g.has_result());
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_17_the_same_exception_object_comes_out, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) { yield(1); };
  g.next();
  check_same_exception_comes_out(g);
}

TYPED_TEST_CASE(case_18_before_the_start_the_body_never_runs, Engine, engines) {
  bool ran = false;
  auto captured = std::make_shared<int>();
  std::weak_ptr<int> watch = captured;
  generator_on<Engine, int> g = [&ran, captured = std::move(captured)](yielder_on<Engine, int>&) {
    ran = true;
  };
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(watch.expired());
  BOOST_TEST(!g.next());
  BOOST_TEST(!g.has_result());
  BOOST_TEST(!ran);
}

TYPED_TEST_CASE(case_18_before_the_start_an_exit_comes_out_too, Engine, engines) {
  auto g = numbers<Engine>(1);
  BOOST_CHECK_THROW(g.throw_in(generator_exit()), generator_exit);
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_18_before_the_start_a_stop_iteration_is_an_error, Engine, engines) {
  auto g = numbers<Engine>(1);
  BOOST_CHECK_EXCEPTION(g.throw_in(stop_iteration()), generator_raised_stop_iteration,
                        has_nested<stop_iteration>);
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_18_after_the_end_it_comes_out_every_time, Engine, engines) {
  generator_on<Engine, int> none;
  auto exhausted = numbers<Engine>(0);
  exhausted.next();
  auto closed = numbers<Engine>(1);
  closed.next();
  closed.close();
  auto unstarted = numbers<Engine>(1);
  unstarted.close();
  for (auto* g : {&none, &exhausted, &closed, &unstarted})
    for (int time = 0; time < 3; ++time) {
      BOOST_CHECK_EXCEPTION(g->throw_in(error{42}), error, is_42);
      BOOST_CHECK_THROW(g->throw_in(stop_iteration()), stop_iteration);
      BOOST_CHECK_THROW(g->throw_in(generator_exit()), generator_exit);
      BOOST_CHECK(g->state() == generator_state::closed);
      BOOST_TEST(!g->next());
    }
  BOOST_TEST(exhausted.has_result());
}

TYPED_TEST_CASE(case_19_caught_and_returned, Engine, engines) {
  auto g = catching<Engine>();
  g.next();
  BOOST_TEST(!g.throw_in(error{-7}));
  BOOST_TEST(g.result() == -7);
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_19_caught_and_another_thrown, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const error&) {
      throw std::runtime_error("another");
    }
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), std::runtime_error, [](const std::runtime_error& e) {
    return e.what() == std::string("another");
  });
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_19_caught_and_nested_in_another, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const error&) {
      std::throw_with_nested(std::runtime_error("another"));
    }
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), std::runtime_error, has_nested<error>);
}

TYPED_TEST_CASE(case_19_rethrown_it_is_the_same_object, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (...) {
      yield(2);
      throw;
    }
  };
  g.next();
  const auto thrown = std::make_exception_ptr(error{42});
  BOOST_TEST(*g.throw_in(thrown) == 2);
  try {
    g.next();
    BOOST_ERROR("nothing was thrown");
  } catch (...) {
    BOOST_CHECK(std::current_exception() == thrown);
  }
}

TYPED_TEST_CASE(case_20_an_exit_thrown_in_comes_out, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    guard local{log, "unwound"};
    yield(1);
  };
  g.next();
  BOOST_CHECK_THROW(g.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(log == "unwound");
  BOOST_CHECK(g.state() == generator_state::closed);
}

template <class Engine>
generator_on<Engine, int, int> catching_exits() {
  return [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
    }
    try {
      yield(2);
    } catch (const generator_exit&) {
    }
    return 9;
  };
}

TYPED_TEST_CASE(case_20_an_exit_thrown_in_and_caught, Engine, engines) {
  auto g = catching_exits<Engine>();
  g.next();
  BOOST_TEST(*g.throw_in(generator_exit()) == 2);
  BOOST_TEST(!g.throw_in(generator_exit()));
  BOOST_TEST(g.result() == 9);
}

TYPED_TEST_CASE(case_20_closed_after_an_exit_thrown_in_was_caught, Engine, engines) {
  auto g = catching_exits<Engine>();
  g.next();
  g.throw_in(generator_exit());
  BOOST_CHECK_NO_THROW(g.close());
  BOOST_TEST(g.result() == 9);
}

TYPED_TEST_CASE(an_exit_of_the_bodys_own_after_one_that_it_was_closed_by_was_caught, Engine,
                engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
    }
    yield(2);
    throw generator_exit();
  };
  g.next();
  BOOST_CHECK_THROW(g.close(), deepyield::generator_ignored_exit);
  BOOST_CHECK_THROW(g.next(), generator_exit);
}

TYPED_TEST_CASE(case_21_a_stop_iteration_thrown_in_and_not_caught_is_an_error, Engine, engines) {
  auto g = numbers<Engine>(2);
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(stop_iteration()), generator_raised_stop_iteration,
                        has_nested<stop_iteration>);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_21_and_caught_it_is_none, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const stop_iteration&) {
      yield(2);
    }
  };
  g.next();
  BOOST_TEST(*g.throw_in(stop_iteration()) == 2);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(a_null_exception_ptr_is_refused_in_every_state, Engine, engines) {
  auto g = numbers<Engine>(2);
  BOOST_CHECK_THROW(g.throw_in(std::exception_ptr()), std::invalid_argument);
  BOOST_CHECK(g.state() == generator_state::created);
  g.next();
  BOOST_CHECK_THROW(g.throw_in(std::exception_ptr()), std::invalid_argument);
  BOOST_CHECK_THROW(g.throw_in(nullptr), std::invalid_argument);
  BOOST_CHECK(g.state() == generator_state::suspended);
  BOOST_TEST(*g.next() == 1);
  g.next();
  BOOST_CHECK_THROW(g.throw_in(nullptr), std::invalid_argument);
  generator_on<Engine, int> none;
  BOOST_CHECK_THROW(none.throw_in(nullptr), std::invalid_argument);
}

TYPED_TEST_CASE(what_is_thrown_in_has_its_static_type, Engine, engines) {
  generator_on<Engine, std::string> g = [](yielder_on<Engine, std::string>& yield) {
    for (;;) try {
        yield("nothing");
      } catch (const std::out_of_range& e) {
        yield(e.what());
      } catch (int) {
        yield("an int");
      } catch (const std::logic_error&) {
        yield("a logic_error");
      }
  };
  g.next();
  const std::out_of_range lvalue("an lvalue");
  BOOST_TEST(*g.throw_in(lvalue) == "an lvalue");
  g.next();
  BOOST_TEST(*g.throw_in(5) == "an int");
  g.next();
  const std::logic_error& base = lvalue;
  BOOST_TEST(*g.throw_in(base) == "a logic_error");
}

TYPED_TEST_CASE(throw_in_returns_what_next_does, Engine, engines) {
  static_assert(
      std::is_same<decltype(std::declval<generator_on<Engine, const int&>&>().throw_in(1)),
                   const int*>::value,
      "");
  static_assert(
      std::is_same<decltype(std::declval<generator_on<Engine, void>&>().throw_in(1)), bool>::value,
      "");
  generator_on<Engine, void> g = [](yielder_on<Engine, void>& yield) {
    for (int i = 0; i < 2; ++i) try {
        yield();
      } catch (const error&) {
      }
  };
  g.next();
  BOOST_TEST(g.throw_in(error{1}));
  BOOST_TEST(!g.throw_in(error{2}));
}

TYPED_TEST_CASE(thrown_in_again_where_it_yields_in_its_handler, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const error& outer) {
      try {
        yield(outer.value);
      } catch (const error& inner) {
        yield(inner.value);
      }
      try {
        throw;
      } catch (const error& same) {
        BOOST_TEST(&same == &outer);
      }
      yield(outer.value);
      throw;
    }
  };
  g.next();
  BOOST_TEST(*g.throw_in(error{42}) == 42);
  BOOST_TEST(*g.throw_in(error{43}) == 43);
  BOOST_TEST(*g.next() == 42);
  BOOST_CHECK_EXCEPTION(g.next(), error, is_42);
}

// CPython: gen.throw(*sys.exc_info())
TYPED_TEST_CASE(what_the_consumer_handles_is_thrown_in, Engine, engines) {
  auto g = catching<Engine>();
  g.next();
  try {
    throw error{42};
  } catch (const error& mine) {
    BOOST_TEST(*g.throw_in(std::current_exception()) == 42);
    BOOST_TEST(*g.next() == 2);
    try {
      throw;
    } catch (const error& e) {
      BOOST_TEST(&e == &mine);
    }
  }
  BOOST_CHECK(!std::current_exception());
}

TYPED_TEST_CASE(neither_side_sees_what_the_other_handles, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const error&) {
      BOOST_CHECK(std::current_exception());
      yield(2);
    }
    BOOST_CHECK(!std::current_exception());
    yield(3);
  };
  g.next();
  g.throw_in(error{42});
  BOOST_CHECK(!std::current_exception());
  try {
    throw 1;
  } catch (int) {
    BOOST_TEST(*g.next() == 3);
  }
}

TYPED_TEST_CASE(what_was_thrown_in_is_destroyed_once_nobody_handles_it, Engine, engines) {
  auto owned = std::make_shared<int>();
  std::weak_ptr<int> watch = owned;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    try {
      yield(1);
    } catch (const std::shared_ptr<int>&) {
      yield(2);
    }
    BOOST_TEST(watch.expired());
    yield(3);
  };
  g.next();
  g.throw_in(std::move(owned));
  BOOST_TEST(!watch.expired());
  g.next();
  BOOST_TEST(watch.expired());
}

TYPED_TEST_CASE(what_the_body_throws_instead_of_handling_is_destroyed_too, Engine, engines) {
  auto owned = std::make_shared<int>();
  std::weak_ptr<int> watch = owned;
  {
    generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
      try {
        yield(1);
      } catch (...) {
        throw error{42};
      }
    };
    g.next();
    BOOST_CHECK_EXCEPTION(g.throw_in(std::move(owned)), error, is_42);
  }
  BOOST_TEST(watch.expired());
}

TYPED_TEST_CASE(thrown_in_from_another_thread, Engine, engines) {
  auto g = catching<Engine>();
  g.next();
  int element = 0;
  std::thread([&] { element = *g.throw_in(error{42}); }).join();
  BOOST_TEST(element == 42);
  BOOST_TEST(*g.next() == 2);
}

TYPED_TEST_CASE(thrown_into_one_that_also_receives, Engine, engines) {
  two_way_on<Engine, int, int> g = [](two_way_yielder_on<Engine, int, int>& yield) {
    for (int last = 0;;) try {
        const int* sent = yield(last);
        last = sent ? *sent : -1;
      } catch (const error& e) {
        last = 1000 * e.value;
      }
  };
  g.next();
  BOOST_TEST(*g.send(1) == 1);
  BOOST_TEST(*g.throw_in(error{42}) == 42000);
  BOOST_TEST(*g.send(2) == 2);
  BOOST_TEST(*g.next() == -1);
}

TYPED_TEST_CASE(thrown_into_a_plain_range_that_is_yielded_it_surfaces_there, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      yield.from({1, 2, 3});
    } catch (const error& e) {
      yield(e.value);
    }
  };
  g.next();
  BOOST_TEST(*g.throw_in(error{42}) == 42);
  BOOST_TEST(!g.next());
}

// From CPython's test_generators: the body goes on counting from the value that is thrown in.
TYPED_TEST_CASE(a_counter_that_is_reset_by_what_is_thrown_in, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    for (int count = 0;; ++count) try {
        yield(count);
      } catch (const error& e) {
        count = e.value - 1;
      }
  };
  auto it = g.begin();
  ++it;
  BOOST_TEST(*it == 1);
  BOOST_TEST(*g.throw_in(error{10}) == 10);
  BOOST_TEST(*++it == 11);
}
