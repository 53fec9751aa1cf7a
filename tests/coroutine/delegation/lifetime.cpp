// Delegation: how long the inner generator lives. The numbers are cases of docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

TYPED_TEST_CASE(the_outer_handle_is_moved, Engine, engines) {
  auto outer = delegating<Engine>(count<Engine>(0, 4));
  auto it = outer.begin();
  auto moved = std::move(outer);
  BOOST_TEST(*++it == 1);
  auto again = std::make_unique<talk<Engine>>(std::move(moved));
  BOOST_TEST(*again->next() == 2);
  BOOST_TEST(!moved.next());
}

TYPED_TEST_CASE(the_inner_handle_is_moved_while_delegated_to, Engine, engines) {
  talk<Engine, int> inner = [](talker<Engine>& yield) {
    yield(1);
    yield(2);
    return 42;
  };
  talk<Engine, int> outer = [&](talker<Engine>& yield) { return yield.from(inner); };
  outer.next();
  auto elsewhere = std::move(inner);
  BOOST_CHECK_THROW(elsewhere.next(), already_executing);
  BOOST_TEST(*outer.next() == 2);
  BOOST_TEST(!outer.next());
  BOOST_TEST(outer.result() == 42);
  BOOST_TEST(elsewhere.result() == 42);
}

TYPED_TEST_CASE(an_inner_destroyed_while_delegated_to_terminates_with_a_message, Engine, engines) {
  const death end = die_in_child([] {
    auto inner = std::make_unique<talk<Engine>>(count<Engine>(0, 3));
    talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(*inner); };
    outer.next();
    inner.reset();
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("destroyed, or assigned to, while another one delegates to it") !=
             std::string::npos);
}

TYPED_TEST_CASE(an_inner_moved_over_while_it_runs_terminates_with_a_message, Engine, engines) {
  const death end = die_in_child([] {
    talk<Engine> inner;
    inner = [&](talker<Engine>&) { inner = talk<Engine>(); };
    talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(inner); };
    outer.next();
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("destroyed, or assigned to, while its body is running") !=
             std::string::npos);
}

// At its first element a delegate is resumed in another way than later: both must be noticed.
TYPED_TEST_CASE(any_of_a_chain_moved_over_while_it_runs_terminates_with_a_message, Engine,
                engines) {
  for (const int which : {0, 1, 2})
    for (const int elements : {0, 1}) {
      const death end = die_in_child([&] {
        talk<Engine> chain[3];
        chain[2] = [&](talker<Engine>& yield) {
          for (int i = 0; i < elements; ++i) yield(i);
          chain[which] = talk<Engine>();
          yield(1);
        };
        chain[1] = [&](talker<Engine>& yield) { yield.from(chain[2]); };
        chain[0] = [&](talker<Engine>& yield) { yield.from(chain[1]); };
        while (chain[0].next()) continue;
      });
      BOOST_TEST(end.aborted);
      BOOST_TEST(end.message.find("destroyed, or assigned to, while its body is running") !=
                 std::string::npos);
    }
}

TYPED_TEST_CASE(a_temporary_is_consumed, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    talk<Engine> inner = [&](talker<Engine>& y) {
      guard local{log, "inner "};
      y(1);
    };
    yield.from(std::move(inner));
    BOOST_CHECK(inner.state() == generator_state::closed);  // like any moved-from generator
    log += "outer ";
    yield(2);
  };
  outer.next();
  outer.next();
  BOOST_TEST(log == "inner outer ");
}

TYPED_TEST_CASE(a_named_one_that_is_moved_in_has_no_result_afterwards, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine, int> named = [](talker<Engine>&) { return 7; };
    BOOST_TEST(yield.from(std::move(named)) == 7);
    BOOST_TEST(!named.has_result());
  };
  BOOST_TEST(!outer.next());
}

TYPED_TEST_CASE(resumed_thrown_into_and_closed_by_other_threads, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    guard local{log, "outer ends "};
    talk<Engine> middle = [&](talker<Engine>& y) {
      try {
        throw error{1};
      } catch (const error&) {
        y.from(catching<Engine>(log));
      }
    };
    yield.from(middle);
  };
  int element = -1;
  std::thread([&] { element = *outer.next(); }).join();
  BOOST_TEST(element == 0);
  std::thread([&] { element = *outer.throw_in(error{42}); }).join();
  BOOST_TEST(element == 42);
  BOOST_TEST(*outer.next() == 0);
  std::thread([elsewhere = std::move(outer)]() mutable { elsewhere.close(); }).join();
  BOOST_TEST(log == "inner ends outer ends ");
}
