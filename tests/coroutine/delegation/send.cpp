// send() reaches the innermost generator of a delegation. The numbers are cases of
// docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

// Yields the sum of what was sent. When nothing is sent, returns the sum.
template <class Engine>
talk<Engine, int> summing() {
  return [](talker<Engine>& yield) {
    int sum = 0;
    while (const int* sent = yield(sum)) sum += *sent;
    return sum;
  };
}

TYPED_TEST_CASE(case_42_send_reaches_the_innermost, Engine, engines) {
  talk<Engine, int> outer = [](talker<Engine>& yield) {
    talk<Engine, int> middle = [](talker<Engine>& y) { return y.from(summing<Engine>()); };
    return 100 + yield.from(middle);
  };
  outer.next();
  BOOST_TEST(*outer.send(1) == 1);
  BOOST_TEST(*outer.send(2) == 3);
  BOOST_TEST(!outer.next());
  BOOST_TEST(outer.result() == 103);
}

TYPED_TEST_CASE(case_42_what_ends_one_inner_is_not_seen_by_the_next, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    for (int time = 0; time < 2; ++time) {
      talk<Engine, int> inner = [](talker<Engine>& y) { return *y(0); };
      const int result = yield.from(inner);
      BOOST_TEST(*yield(result) == 50);
    }
  };
  outer.next();
  for (int time = 0; time < 2; ++time) {
    BOOST_TEST(*outer.send(5) == 5);
    outer.send(50);
  }
}

TYPED_TEST_CASE(case_42_nothing_can_be_sent_before_the_start, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) { yield.from(summing<Engine>()); };
  BOOST_CHECK_THROW(outer.send(1), deepyield::cannot_send_before_start);
  BOOST_TEST(*outer.next() == 0);
  BOOST_TEST(*outer.send(1) == 1);
}

TYPED_TEST_CASE(case_42_what_the_inner_throws_when_sent_something, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine> inner = [](talker<Engine>& y) { throw error{*y(1)}; };
    try {
      yield.from(inner);
    } catch (const error& e) {
      yield(e.value);
    }
  };
  outer.next();
  BOOST_TEST(*outer.send(42) == 42);
}
