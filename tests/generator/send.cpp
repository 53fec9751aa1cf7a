// send() gives the body a value and resumes it. The numbers are cases of docs/semantics.md.
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::generator_state;
using deepyield::next;

// Yields the value that was sent last, or -1 if nothing was sent.
template <class Engine>
two_way_on<Engine, int, int> echo() {
  return [](two_way_yielder_on<Engine, int, int>& yield) {
    for (int last = -1;;) {
      const int* sent = yield(last);
      last = sent ? *sent : -1;
    }
  };
}

TYPED_TEST_CASE(case_12_the_yield_expression_gives_what_was_sent, Engine, engines) {
  auto g = echo<Engine>();
  g.next();
  BOOST_TEST(*g.send(42) == 42);
  BOOST_TEST(*g.send(43) == 43);
}

TYPED_TEST_CASE(case_12_out_of_any_depth, Engine, engines) {
  struct nested {
    static int ask(int depth, two_way_yielder_on<Engine, int, int>& yield) {
      return depth ? ask(depth - 1, yield) : *yield(0);
    }
  };
  two_way_on<Engine, int, int, int> g = [](two_way_yielder_on<Engine, int, int>& yield) {
    return nested::ask(50, yield);
  };
  g.next();
  BOOST_TEST(!g.send(42));
  BOOST_TEST(g.result() == 42);
}

TYPED_TEST_CASE(case_13_nothing_can_be_sent_before_the_start, Engine, engines) {
  auto g = echo<Engine>();
  for (int time = 0; time < 2; ++time) {
    BOOST_CHECK_THROW(g.send(42), deepyield::cannot_send_before_start);
    BOOST_CHECK(g.state() == generator_state::created);
  }
  BOOST_TEST(*g.next() == -1);
  BOOST_TEST(*g.send(42) == 42);
}

TYPED_TEST_CASE(case_13_and_an_rvalue_is_not_taken, Engine, engines) {
  two_way_on<Engine, int, std::unique_ptr<int>&&> g = [](auto& yield) { yield(1); };
  auto mine = std::make_unique<int>(42);
  BOOST_CHECK_THROW(g.send(std::move(mine)), deepyield::cannot_send_before_start);
  BOOST_TEST((mine != nullptr));
}

TYPED_TEST_CASE(case_14_next_gives_the_yield_expression_nothing, Engine, engines) {
  auto g = echo<Engine>();
  g.next();
  g.send(42);
  BOOST_TEST(*g.next() == -1);
  BOOST_TEST(next(g) == -1);
  BOOST_TEST(next(g, 99) == -1);
}

TYPED_TEST_CASE(case_14_so_do_iterators, Engine, engines) {
  auto g = echo<Engine>();
  auto it = g.begin();
  g.send(42);
  BOOST_TEST(*++it == -1);
  for (int element : g) {
    BOOST_TEST(element == -1);
    break;
  }
}

TYPED_TEST_CASE(case_15_an_accumulator, Engine, engines) {
  two_way_on<Engine, int, int> g = [](two_way_yielder_on<Engine, int, int>& yield) {
    for (int sum = 0;;)
      if (const int* more = yield(sum)) sum += *more;
  };
  BOOST_TEST(*g.next() == 0);
  BOOST_TEST(*g.send(10) == 10);
  BOOST_TEST(*g.send(10) == 20);
  BOOST_TEST(*g.send(10) == 30);
}

TYPED_TEST_CASE(case_03_what_is_sent_after_the_end_is_dropped, Engine, engines) {
  two_way_on<Engine, int, int, int> g = [](two_way_yielder_on<Engine, int, int>& yield) {
    return *yield(1);
  };
  g.next();
  BOOST_TEST(!g.send(7));
  for (int again = 0; again < 3; ++again) BOOST_TEST(!g.send(8));
  BOOST_TEST(g.result() == 7);
}

TYPED_TEST_CASE(what_is_sent_to_one_that_is_closed_is_dropped, Engine, engines) {
  two_way_on<Engine, int, int> none;
  BOOST_TEST(!none.send(1));
  auto closed = echo<Engine>();
  closed.next();
  closed.close();
  BOOST_TEST(!closed.send(1));
  auto unstarted = echo<Engine>();
  unstarted.close();
  BOOST_TEST(!unstarted.send(1));
  two_way_on<Engine, int, int> failed = [](two_way_yielder_on<Engine, int, int>&) { throw 1; };
  BOOST_CHECK_THROW(failed.next(), int);
  BOOST_TEST(!failed.send(1));
}

TYPED_TEST_CASE(what_escapes_the_body_comes_out_of_send, Engine, engines) {
  two_way_on<Engine, int, std::string> g = [](two_way_yielder_on<Engine, int, std::string>& yield) {
    throw std::runtime_error(*yield(1));
  };
  g.next();
  BOOST_CHECK_EXCEPTION(g.send("as sent"), std::runtime_error, [](const std::runtime_error& e) {
    return e.what() == std::string("as sent");
  });
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.send("again"));
}

template <class Yielder, class Given>
using yield_gives = std::is_same<decltype(std::declval<Yielder&>()(1)), Given>;

TYPED_TEST_CASE(the_yield_expression_gives_a_pointer_to_what_is_sent, Engine, engines) {
  static_assert(yield_gives<two_way_yielder_on<Engine, int, int>, int*>::value, "");
  static_assert(yield_gives<two_way_yielder_on<Engine, int, const int>, const int*>::value, "");
  static_assert(yield_gives<two_way_yielder_on<Engine, int, int&>, int*>::value, "");
  static_assert(yield_gives<two_way_yielder_on<Engine, int, const int&>, const int*>::value, "");
  static_assert(yield_gives<two_way_yielder_on<Engine, int, int&&>, int*>::value, "");
  static_assert(yield_gives<two_way_yielder_on<Engine, int, int*>, int**>::value, "");
  static_assert(yield_gives<yielder_on<Engine, int>, void>::value, "");
  BOOST_TEST(true);
}

TYPED_TEST_CASE(a_T_is_the_bodys_own, Engine, engines) {
  operations log;
  two_way_on<Engine, int, counted> g = [](two_way_yielder_on<Engine, int, counted>& yield) {
    yield(1)->set(99);
    yield(2)->set(99);
    counted mine(std::move(*yield(3)));
    BOOST_TEST(mine.value() == 3);
  };
  g.next();
  counted object(log, 1);
  g.send(object);
  BOOST_TEST(object.value() == 1);
  BOOST_TEST(log.copies == 1);
  BOOST_TEST(log.moves == 0);
  g.send(counted(log, 2));
  BOOST_TEST(log.copies == 1);
  BOOST_TEST(log.moves <= 1);  // C++17 constructs it in place
  const int moves_before = log.moves;
  g.send(counted(log, 3));
  BOOST_TEST(log.moves <= moves_before + 2);
  BOOST_TEST(log.alive == 1);
}

TYPED_TEST_CASE(references_bind_the_consumers_own_object, Engine, engines) {
  operations log;
  counted object(log, 1);
  const counted* seen = nullptr;
  two_way_on<Engine, int, counted&> g = [&](two_way_yielder_on<Engine, int, counted&>& yield) {
    counted* sent = yield(1);
    sent->set(5);
    seen = sent;
    yield(2);
  };
  g.next();
  g.send(object);
  BOOST_TEST((seen == &object));
  BOOST_TEST(object.value() == 5);
  two_way_on<Engine, int, const counted&> constant =
      [&](two_way_yielder_on<Engine, int, const counted&>& yield) {
        seen = yield(1);
        BOOST_TEST(yield(2)->value() == 7);
        yield(3);
      };
  constant.next();
  constant.send(object);
  BOOST_TEST((seen == &object));
  constant.send(counted(log, 7));
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 0);
}

TYPED_TEST_CASE(an_rvalue_reference_may_be_taken_or_left, Engine, engines) {
  operations log;
  two_way_on<Engine, int, counted&&> g = [&](two_way_yielder_on<Engine, int, counted&&>& yield) {
    counted mine(std::move(*yield(1)));
    BOOST_TEST(mine.value() == 1);
    yield(2);
    yield(3);
  };
  g.next();
  counted taken(log, 1), left(log, 2);
  g.send(std::move(taken));
  BOOST_TEST(taken.value() == counted::moved_from);
  g.send(std::move(left));
  BOOST_TEST(left.value() == 2);
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 1);
}

TYPED_TEST_CASE(move_only_values, Engine, engines) {
  using owner = std::unique_ptr<int>;
  two_way_on<Engine, int, owner, owner> g = [](two_way_yielder_on<Engine, int, owner>& yield) {
    std::vector<owner> all;
    all.push_back(std::move(*yield(1)));
    all.push_back(std::move(*yield(2)));
    return std::make_unique<int>(*all[0] + *all[1]);
  };
  g.next();
  g.send(std::make_unique<int>(3));
  auto mine = std::make_unique<int>(4);
  g.send(std::move(mine));
  BOOST_TEST((mine == nullptr));
  BOOST_TEST(*g.result() == 7);
}

TYPED_TEST_CASE(what_is_sent_converts, Engine, engines) {
  two_way_on<Engine, std::string, std::string> g =
      [](two_way_yielder_on<Engine, std::string, std::string>& yield) {
        for (std::string last;;) last = *yield(last);
      };
  g.next();
  BOOST_TEST(*g.send("a literal") == "a literal");
  BOOST_TEST(*g.send({'b', 'r', 'a', 'c', 'e', 's'}) == "braces");
}

TYPED_TEST_CASE(a_null_pointer_may_be_sent, Engine, engines) {
  two_way_on<Engine, bool, int*> g = [](two_way_yielder_on<Engine, bool, int*>& yield) {
    int** sent = yield(false);
    while (true) sent = yield(sent && !*sent);
  };
  g.next();
  BOOST_TEST(*g.send(nullptr));
  BOOST_TEST(!*g.next());
}

TYPED_TEST_CASE(a_generator_that_only_receives, Engine, engines) {
  std::string log;
  two_way_on<Engine, void, std::string, int> g =
      [&](two_way_yielder_on<Engine, void, std::string>& yield) {
        int count = 0;
        while (const std::string* line = yield()) log += *line, ++count;
        return count;
      };
  static_assert(std::is_same<decltype(g.send("")), bool>::value, "");
  BOOST_CHECK_THROW(g.send("too early"), deepyield::cannot_send_before_start);
  BOOST_TEST(g.next());
  BOOST_TEST(g.send("one "));
  BOOST_TEST(g.send("two "));
  BOOST_TEST(!g.next());
  BOOST_TEST(!g.send("too late"));
  BOOST_TEST(log == "one two ");
  BOOST_TEST(g.result() == 2);
}

TYPED_TEST_CASE(what_is_sent_lives_until_the_next_suspension, Engine, engines) {
  operations log;
  bool alive_in_the_body = false;
  two_way_on<Engine, int, counted> g = [&](two_way_yielder_on<Engine, int, counted>& yield) {
    const counted* sent = yield(1);
    auto other = numbers<Engine>(3);
    while (other.next()) continue;
    alive_in_the_body = log.alive == 1 && sent->value() == 42;
    yield(2);
    yield(3);
  };
  g.next();
  g.send(counted(log, 42));
  BOOST_TEST(alive_in_the_body);
  BOOST_TEST(log.alive == 0);
}

TYPED_TEST_CASE(what_is_sent_lives_until_the_body_ends_where_it_does_not_suspend, Engine, engines) {
  operations log;
  two_way_on<Engine, int, counted> returning =
      [&](two_way_yielder_on<Engine, int, counted>& yield) {
        yield(1);
        BOOST_TEST(log.alive == 1);
      };
  returning.next();
  returning.send(counted(log, 1));
  BOOST_TEST(log.alive == 0);
  two_way_on<Engine, int, counted> failing = [&](two_way_yielder_on<Engine, int, counted>& yield) {
    yield(1);
    throw 1;
  };
  failing.next();
  BOOST_CHECK_THROW(failing.send(counted(log, 2)), int);
  BOOST_TEST(log.alive == 0);
}

TYPED_TEST_CASE(what_is_sent_while_a_plain_range_is_yielded_is_dropped, Engine, engines) {
  two_way_on<Engine, int, int> g = [](two_way_yielder_on<Engine, int, int>& yield) {
    yield.from(std::vector<int>{1, 2});
    yield.from(numbers<Engine>(2));  // with another Send type: treated as a range
    BOOST_TEST(*yield(3) == 42);
  };
  g.next();
  BOOST_TEST(*g.send(40) == 2);
  BOOST_TEST(*g.send(41) == 0);
  BOOST_TEST(*g.send(41) == 1);
  BOOST_TEST(*g.send(41) == 3);
  BOOST_TEST(!g.send(42));
}

TYPED_TEST_CASE(an_output_iterator_drops_what_is_sent, Engine, engines) {
  two_way_on<Engine, int, int> g = [](two_way_yielder_on<Engine, int, int>& yield) {
    auto out = yield.out();
    *out++ = 1;
    *out++ = 2;
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.send(5) == 2);
  BOOST_TEST(!g.send(5));
}

TYPED_TEST_CASE(sent_by_a_body_to_another, Engine, engines) {
  auto inner = echo<Engine>();
  inner.next();
  two_way_on<Engine, int, int> outer = [&](two_way_yielder_on<Engine, int, int>& yield) {
    for (int last = 0;;) last = 1 + *inner.send(*yield(last));
  };
  outer.next();
  BOOST_TEST(*outer.send(1) == 2);
  BOOST_TEST(*outer.send(10) == 11);
}
