// docs/semantics.md, Exceptions, cases 33 and 34: each side of a switch has its own caught and
// uncaught exceptions.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

namespace {

// The int that std::current_exception() holds, or 0 if it is null.
int current_int() {
  const std::exception_ptr current = std::current_exception();
  if (!current) return 0;
  try {
    std::rethrow_exception(current);
  } catch (int i) {
    return i;
  }
}

int in_flight() {
#if defined(__cpp_lib_uncaught_exceptions)
  return std::uncaught_exceptions();
#else
  return std::uncaught_exception() ? 1 : 0;
#endif
}

// A body that yields in a catch handler, and rethrows the exception.
template <class Engine>
generator_on<Engine, int> yielding_in_a_handler() {
  return [](yielder_on<Engine, int>& yield) {
    try {
      throw 1;
    } catch (int) {
      yield(current_int());
      yield(current_int());
      try {
        throw;
      } catch (int again) {
        yield(again);
      }
      yield(current_int());
    }
    yield(current_int());
  };
}

}  // namespace

TYPED_TEST_CASE(case_33_the_consumer_does_not_see_what_the_body_handles, Engine, engines) {
  auto g = yielding_in_a_handler<Engine>();
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(current_int() == 0);
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 0);
  BOOST_TEST(current_int() == 0);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_33_the_body_does_not_see_what_the_consumer_handles, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    for (;;) yield(current_int());
  };
  try {
    throw 2;
  } catch (int) {
    BOOST_TEST(*g.next() == 0);
    BOOST_TEST(*g.next() == 0);
    BOOST_TEST(current_int() == 2);
    try {
      throw;
    } catch (int again) {
      BOOST_TEST(again == 2);
    }
  }
  BOOST_TEST(*g.next() == 0);
}

TYPED_TEST_CASE(case_33_a_body_that_has_left_its_handler_handles_nothing, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      throw 1;
    } catch (int) {
      yield(current_int());
    }
    yield(current_int());
    yield(current_int());
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 0);
  try {
    throw 2;
  } catch (int) {
    BOOST_TEST(*g.next() == 0);
    BOOST_TEST(current_int() == 2);
  }
}

TYPED_TEST_CASE(case_33_both_handle_and_rethrow_their_own_interleaved, Engine, engines) {
  auto g = yielding_in_a_handler<Engine>();
  BOOST_TEST(*g.next() == 1);
  try {
    throw 2;
  } catch (int) {
    BOOST_TEST(*g.next() == 1);
    BOOST_TEST(current_int() == 2);
    BOOST_TEST(*g.next() == 1);
    BOOST_CHECK_THROW(throw, int);
    BOOST_TEST(current_int() == 2);
  }
  BOOST_TEST(current_int() == 0);
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 0);
}

TYPED_TEST_CASE(case_33_two_bodies_interleave_in_their_handlers, Engine, engines) {
  auto a = yielding_in_a_handler<Engine>(), b = yielding_in_a_handler<Engine>();
  for (int expected : {1, 1, 1, 1, 0}) {
    BOOST_TEST(*a.next() == expected);
    BOOST_TEST(*b.next() == expected);
    BOOST_TEST(current_int() == 0);
  }
}

TYPED_TEST_CASE(case_33_a_body_in_its_handler_goes_on_in_another_thread, Engine, engines) {
  auto g = yielding_in_a_handler<Engine>();
  BOOST_TEST(*g.next() == 1);
  int there = 0, left_there = 0;
  std::thread([&] {
    there = *g.next();
    left_there = current_int();
  }).join();
  BOOST_TEST(there == 1);
  BOOST_TEST(left_there == 0);
  BOOST_TEST(*g.next() == 1);
}

TYPED_TEST_CASE(case_33_a_body_in_its_handler_is_suspended_and_can_be_closed, Engine, engines) {
  auto g = yielding_in_a_handler<Engine>();
  g.next();
  BOOST_CHECK(g.state() == deepyield::generator_state::suspended);
  g.close();
  BOOST_CHECK(g.state() == deepyield::generator_state::closed);
  BOOST_TEST(current_int() == 0);
  auto abandoned = yielding_in_a_handler<Engine>();
  abandoned.next();
  abandoned = {};
  BOOST_TEST(current_int() == 0);
}

TYPED_TEST_CASE(case_33_an_iterator_is_incremented_in_a_handler, Engine, engines) {
  auto g = yielding_in_a_handler<Engine>();
  auto it = g.begin();
  try {
    throw 2;
  } catch (int) {
    BOOST_TEST(*++it == 1);
    BOOST_TEST(current_int() == 2);
  }
  BOOST_TEST(*++it == 1);
}

TYPED_TEST_CASE(case_33_what_escapes_a_body_that_was_resumed_in_a_handler, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield(in_flight());
    throw 3;
  };
  try {
    throw 2;
  } catch (int) {
    BOOST_TEST(*g.next() == 0);
    try {
      g.next();
      BOOST_ERROR("nothing was thrown");
    } catch (int from_the_body) {
      BOOST_TEST(from_the_body == 3);
      BOOST_TEST(current_int() == 3);
    }
    BOOST_TEST(current_int() == 2);
  }
  BOOST_TEST(current_int() == 0);
}

namespace {

template <class Function>
struct on_unwinding {
  Function function;
  ~on_unwinding() { function(); }
};
template <class Function>
on_unwinding<Function> when_unwinding(Function f) {
  return {std::move(f)};
}

}  // namespace

TYPED_TEST_CASE(case_33_consumed_by_a_destructor_during_unwinding, Engine, engines) {
  int elements = 0, seen_by_the_body = -1, after = -1;
  try {
    const auto guard = when_unwinding([&] {
      generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
        seen_by_the_body = in_flight();
        yield(1);
        yield(2);
      };
      for (int i : g) elements += i;
      after = in_flight();
    });
    throw 4;
  } catch (int i) {
    BOOST_TEST(i == 4);
  }
  BOOST_TEST(elements == 3);
  BOOST_TEST(seen_by_the_body == 0);
  BOOST_TEST(after == 1);
}

TYPED_TEST_CASE(case_34_the_body_throws_and_catches_while_the_consumer_unwinds, Engine, engines) {
  std::string log;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    for (int i = 1;; ++i) {
      try {
        throw std::runtime_error("within");
      } catch (const std::runtime_error& e) {
        log += e.what();
        yield(i);
      }
    }
  };
  g.next();
  try {
    const auto guard = when_unwinding([&] { log += std::to_string(*g.next()); });
    throw 5;
  } catch (int i) {
    BOOST_TEST(i == 5);
    BOOST_TEST(current_int() == 5);
  }
  BOOST_TEST(log == "withinwithin2");
  BOOST_TEST(*g.next() == 3);
  BOOST_TEST(in_flight() == 0);
}

TYPED_TEST_CASE(case_34_a_body_yields_while_it_unwinds, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    try {
      const auto guard = when_unwinding([&] {
        yield(in_flight());
        yield(in_flight());
      });
      throw 6;
    } catch (int i) {
      yield(i);
    }
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(in_flight() == 0);
  BOOST_CHECK_THROW(throw 7, int);
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 6);
  BOOST_TEST(!g.next());
  BOOST_TEST(in_flight() == 0);
}

TYPED_TEST_CASE(case_34_a_chain_of_generators_each_in_a_handler, Engine, engines) {
  generator_on<Engine, int> outer = [](yielder_on<Engine, int>& yield) {
    try {
      throw 8;
    } catch (int) {
      for (int i : yielding_in_a_handler<Engine>()) yield(10 * i + current_int());
    }
  };
  BOOST_TEST(*outer.next() == 18);
  try {
    throw 9;
  } catch (int) {
    BOOST_TEST(*outer.next() == 18);
    BOOST_TEST(current_int() == 9);
  }
  BOOST_TEST(*outer.next() == 18);
}
