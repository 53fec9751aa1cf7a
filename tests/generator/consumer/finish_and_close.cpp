// Consumers: how one ends, by finish() with its result, by close() or destruction, or by an
// exception.
#include "generator/consumer/consumer.hpp"
#include "support/guard.hpp"
#include "support/typed_test_case.hpp"

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

using deepyield::generator_exit;

TYPED_TEST_CASE(finished_without_any_input, Engine, engines) {
  auto c = summing<Engine>();
  BOOST_TEST(c.finish() == 0);
  BOOST_TEST(!c.push(1));
  BOOST_TEST(c.finish() == 0);
}

TYPED_TEST_CASE(finish_gives_the_same_result_again, Engine, engines) {
  consumer_on<Engine, int, std::unique_ptr<int>> c = [](source_on<Engine, int>& input) {
    return std::make_unique<int>(*input.next());
  };
  c.push(42);
  BOOST_TEST(*c.finish() == 42);
  BOOST_TEST((&c.finish() == &c.finish()));
  const auto taken = std::move(c.finish());
  BOOST_TEST(*taken == 42);
}

TYPED_TEST_CASE(results_of_every_kind, Engine, engines) {
  int object = 1;
  consumer_on<Engine, int, int&> reference = [&](source_on<Engine, int>&) -> int& {
    return object;
  };
  BOOST_TEST((&reference.finish() == &object));
  consumer_on<Engine, int> nothing = [](source_on<Engine, int>&) {};
  static_assert(std::is_void<decltype(nothing.finish())>::value, "");
  BOOST_CHECK_NO_THROW(nothing.finish());
  consumer_on<Engine, int, std::string> converted = [](source_on<Engine, int>&) { return "text"; };
  BOOST_TEST(converted.finish() == "text");
}

TYPED_TEST_CASE(what_escapes_the_body_comes_out_of_the_push_that_resumed_it, Engine, engines) {
  consumer_on<Engine, int, int> c = [](source_on<Engine, int>& input) -> int {
    input.next();
    throw std::runtime_error(std::to_string(*input.next()));
  };
  c.push(1);
  BOOST_CHECK_EXCEPTION(c.push(42), std::runtime_error,
                        [](const std::runtime_error& e) { return e.what() == std::string("42"); });
  BOOST_TEST(c.done());
  BOOST_TEST(!c.push(43));
  BOOST_CHECK_THROW(c.finish(), deepyield::no_result);
}

TYPED_TEST_CASE(out_of_the_first_push_and_out_of_finish, Engine, engines) {
  const auto fail = [](source_on<Engine, int>& input) {
    if (!input.next()) throw 5;
  };
  consumer_on<Engine, int> at_the_end = fail;
  BOOST_CHECK_THROW(at_the_end.finish(), int);
  BOOST_CHECK_THROW(at_the_end.finish(), deepyield::no_result);
  consumer_on<Engine, int> at_once = [](source_on<Engine, int>&) { throw 5; };
  BOOST_CHECK_THROW(at_once.push(1), int);
  BOOST_TEST(!at_once.push(2));
}

TYPED_TEST_CASE(an_escaping_stop_iteration_is_an_error, Engine, engines) {
  consumer_on<Engine, int> c = [](source_on<Engine, int>& input) {
    input.next();
    throw deepyield::stop_iteration();
  };
  BOOST_CHECK_THROW(c.push(1), deepyield::generator_raised_stop_iteration);
}

template <class Engine>
consumer_on<Engine, int> guarded(std::string& log) {
  return [&log](source_on<Engine, int>& input) {
    guard local{log, "unwound"};
    while (input.next()) continue;
    log += "finished ";
  };
}

TYPED_TEST_CASE(close_and_the_destructor_abandon_the_body, Engine, engines) {
  std::string log;
  auto closed = guarded<Engine>(log);
  closed.push(1);
  closed.close();
  BOOST_TEST(log == "unwound");
  BOOST_TEST(closed.done());
  BOOST_TEST(!closed.push(2));
  BOOST_CHECK_THROW(closed.finish(), deepyield::no_result);
  BOOST_CHECK_NO_THROW(closed.close());
  log.clear();
  {
    auto destroyed = guarded<Engine>(log);
    destroyed.push(1);
  }
  BOOST_TEST(log == "unwound");
}

TYPED_TEST_CASE(abandoned_before_the_first_push_the_body_never_runs, Engine, engines) {
  bool ran = false;
  auto captured = std::make_shared<int>();
  std::weak_ptr<int> watch = captured;
  {
    consumer_on<Engine, int> c = [&ran, captured = std::move(captured)](source_on<Engine, int>&) {
      ran = true;
    };
  }
  consumer_on<Engine, int> closed = [&ran](source_on<Engine, int>&) { ran = true; };
  closed.close();
  BOOST_TEST(closed.done());
  BOOST_TEST(!ran);
  BOOST_TEST(watch.expired());
}

TYPED_TEST_CASE(moving_over_one_abandons_it, Engine, engines) {
  std::string log;
  auto c = guarded<Engine>(log);
  c.push(1);
  c = consumer_on<Engine, int>();
  BOOST_TEST(log == "unwound");
}

TYPED_TEST_CASE(a_body_that_pulls_again_ignores_its_exit, Engine, engines) {
  int sum = 0;
  consumer_on<Engine, int> c = [&](source_on<Engine, int>& input) {
    try {
      while (const int* i = input.next()) sum += *i;
    } catch (const generator_exit&) {
      while (const int* i = input.next()) sum += 100 * *i;
    }
  };
  c.push(1);
  BOOST_CHECK_THROW(c.close(), deepyield::generator_ignored_exit);
  BOOST_TEST(c.push(2));
  BOOST_TEST(sum == 201);
  BOOST_CHECK_NO_THROW(c.finish());
}

TYPED_TEST_CASE(what_cleanup_throws_comes_out_of_close, Engine, engines) {
  consumer_on<Engine, int> c = [](source_on<Engine, int>& input) {
    try {
      input.next();
      input.next();
    } catch (const generator_exit&) {
      throw 5;
    }
  };
  c.push(1);
  BOOST_CHECK_THROW(c.close(), int);
  BOOST_TEST(c.done());
}

TYPED_TEST_CASE(neither_side_sees_what_the_other_handles, Engine, engines) {
  consumer_on<Engine, int> c = [](source_on<Engine, int>& input) {
    BOOST_CHECK(!std::current_exception());
    try {
      throw 5;
    } catch (int) {
      input.next();
      try {
        throw;
      } catch (int i) {
        BOOST_TEST(i == 5);
      }
    }
  };
  c.push(1);
  BOOST_CHECK(!std::current_exception());
  try {
    throw 6;
  } catch (int) {
    c.finish();
    try {
      throw;
    } catch (int i) {
      BOOST_TEST(i == 6);
    }
  }
}
