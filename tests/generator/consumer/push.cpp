// Consumers: what push() hands to the body, what it copies and moves, and when it is refused.
#include "generator/consumer/consumer.hpp"
#include "support/counted.hpp"
#include "support/typed_test_case.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

// Takes n elements and returns.
template <class Engine>
consumer_on<Engine, int, int> taking(int n) {
  return [n](source_on<Engine, int>& input) {
    for (int i = 0; i < n; ++i)
      if (!input.next()) return -1;
    return n;
  };
}

TYPED_TEST_CASE(what_is_pushed_is_what_the_body_pulls, Engine, engines) {
  auto c = summing<Engine>();
  for (int i : {1, 2, 3}) BOOST_TEST(c.push(i));
  BOOST_TEST(!c.done());
  BOOST_TEST(c.finish() == 6);
  BOOST_TEST(c.done());
}

TYPED_TEST_CASE(creating_one_runs_nothing_and_each_push_runs_to_the_next_pull, Engine, engines) {
  std::string log;
  consumer_on<Engine, int> c = [&](source_on<Engine, int>& input) {
    log += "starts ";
    while (const int* i = input.next()) log += std::to_string(*i) + " ";
    log += "ends";
  };
  BOOST_TEST(log == "");
  c.push(1);
  BOOST_TEST(log == "starts 1 ");
  c.push(2);
  BOOST_TEST(log == "starts 1 2 ");
  c.finish();
  BOOST_TEST(log == "starts 1 2 ends");
}

TYPED_TEST_CASE(a_body_that_returns_takes_nothing_more, Engine, engines) {
  auto c = taking<Engine>(2);
  BOOST_TEST(c.push(1));
  BOOST_TEST(!c.done());
  BOOST_TEST(c.push(2));
  BOOST_TEST(c.done());
  BOOST_TEST(!c.push(3));
  BOOST_TEST(!c.push(4));
  BOOST_TEST(c.finish() == 2);
}

TYPED_TEST_CASE(a_body_that_pulls_nothing_takes_nothing, Engine, engines) {
  auto c = taking<Engine>(0);
  BOOST_TEST(!c.done());
  BOOST_TEST(!c.push(1));
  BOOST_TEST(c.done());
  BOOST_TEST(c.finish() == 0);
}

TYPED_TEST_CASE(what_is_not_taken_keeps_its_value, Engine, engines) {
  using owner = std::unique_ptr<int>;
  consumer_on<Engine, owner> c = [](source_on<Engine, owner>& input) {
    owner taken = std::move(*input.next());
  };
  auto first = std::make_unique<int>(1), second = std::make_unique<int>(2);
  BOOST_TEST(c.push(std::move(first)));
  BOOST_TEST((first == nullptr));
  BOOST_TEST(!c.push(std::move(second)));
  BOOST_TEST(*second == 2);
  operations log;
  const counted object(log, 3);
  consumer_on<Engine, counted> done;
  BOOST_TEST(!done.push(object));
  BOOST_TEST(log.copies == 0);
}

TYPED_TEST_CASE(T_binds_an_rvalue_and_copies_an_lvalue, Engine, engines) {
  operations log;
  const counted* seen = nullptr;
  consumer_on<Engine, counted> c = [&](source_on<Engine, counted>& input) {
    while (counted* element = input.next()) {
      seen = element;
      element->set(99);
    }
  };
  counted mine(log, 1);
  c.push(mine);
  BOOST_TEST(mine.value() == 1);
  BOOST_TEST(log.copies == 1);
  BOOST_TEST(log.alive == 1);
  const counted constant(log, 2);
  c.push(constant);
  BOOST_TEST(log.copies == 2);
  c.push(std::move(mine));
  BOOST_TEST((seen == &mine));
  BOOST_TEST(mine.value() == 99);
  c.push(counted(log, 3));
  BOOST_TEST(log.copies == 2);
  BOOST_TEST(log.moves == 0);
  BOOST_TEST(log.alive == 2);
}

TYPED_TEST_CASE(references_bind_the_owners_own_object, Engine, engines) {
  operations log;
  counted object(log, 1);
  consumer_on<Engine, counted&> c = [](source_on<Engine, counted&>& input) {
    for (counted& element : input) element.set(5);
  };
  c.push(object);
  BOOST_TEST(object.value() == 5);
  const counted* seen = nullptr;
  consumer_on<Engine, const counted&> constant = [&](source_on<Engine, const counted&>& input) {
    for (const counted& element : input) seen = &element;
  };
  constant.push(object);
  BOOST_TEST((seen == &object));
  constant.push(counted(log, 2));
  BOOST_TEST((seen != &object));
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 0);
}

TYPED_TEST_CASE(rvalue_references_bind_and_may_be_taken, Engine, engines) {
  operations log;
  consumer_on<Engine, counted&&> c = [](source_on<Engine, counted&&>& input) {
    auto it = input.begin();
    static_assert(std::is_same<decltype(*it), counted&&>::value, "");
    counted mine(*it);
    BOOST_TEST(mine.value() == 1);
    ++it;
    ++it;
  };
  counted taken(log, 1), left(log, 2);
  c.push(std::move(taken));
  BOOST_TEST(taken.value() == counted::moved_from);
  c.push(std::move(left));
  BOOST_TEST(left.value() == 2);
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 1);
}

TYPED_TEST_CASE(move_only_elements, Engine, engines) {
  using owner = std::unique_ptr<int>;
  consumer_on<Engine, owner, std::vector<owner>> c = [](source_on<Engine, owner>& input) {
    std::vector<owner> all;
    for (owner& element : input) all.push_back(std::move(element));
    return all;
  };
  c.push(std::make_unique<int>(1));
  auto second = std::make_unique<int>(2);
  c.push(std::move(second));
  BOOST_REQUIRE(c.finish().size() == 2u);
  BOOST_TEST(*c.finish()[0] + *c.finish()[1] == 3);
}

TYPED_TEST_CASE(nothing_but_the_fact_of_a_push, Engine, engines) {
  consumer_on<Engine, void, int> c = [](source_on<Engine, void>& input) {
    int ticks = 0;
    while (input.next()) ++ticks;
    return ticks;
  };
  static_assert(
      std::is_same<decltype(std::declval<source_on<Engine, void>&>().next()), bool>::value, "");
  for (int time = 0; time < 3; ++time) BOOST_TEST(c.push());
  BOOST_TEST(c.finish() == 3);
  BOOST_TEST(!c.push());
}

TYPED_TEST_CASE(what_is_pushed_converts, Engine, engines) {
  consumer_on<Engine, std::string, std::string> c = [](source_on<Engine, std::string>& input) {
    return std::accumulate(input.begin(), input.end(), std::string());
  };
  c.push("a literal, ");
  const char* pointer = "a pointer";
  c.push(pointer);
  BOOST_TEST(c.finish() == "a literal, a pointer");
}

TYPED_TEST_CASE(null_pointers_are_elements, Engine, engines) {
  consumer_on<Engine, int*, int> c = [](source_on<Engine, int*>& input) {
    int count = 0;
    for (int* element : input) count += !element;
    return count;
  };
  c.push(nullptr);
  c.push(nullptr);
  BOOST_TEST(c.finish() == 2);
}

TYPED_TEST_CASE(an_element_lives_until_the_next_pull, Engine, engines) {
  operations log;
  consumer_on<Engine, counted> c = [&](source_on<Engine, counted>& input) {
    const counted* element = input.next();
    BOOST_TEST(log.alive == 1);
    BOOST_TEST(element->value() == 1);
    input.next();
  };
  c.push(counted(log, 1));
  BOOST_TEST(log.alive == 0);
}

TYPED_TEST_CASE(a_copy_that_throws_is_an_exception_of_push, Engine, engines) {
  struct throws_when_copied {
    throws_when_copied() = default;
    throws_when_copied(const throws_when_copied&) { throw 5; }
  };
  int taken = 0;
  consumer_on<Engine, throws_when_copied> c = [&](source_on<Engine, throws_when_copied>& input) {
    while (input.next()) ++taken;
  };
  const throws_when_copied local;
  BOOST_CHECK_THROW(c.push(local), int);
  BOOST_TEST(!c.done());
  BOOST_TEST(c.push(throws_when_copied()));
  BOOST_TEST(taken == 1);
}

TYPED_TEST_CASE(out_pushes_what_is_assigned, Engine, engines) {
  auto c = summing<Engine>();
  const std::vector<int> values{1, 2, 3};
  std::copy(values.begin(), values.end(), c.out());
  *c.out()++ = 10;
  BOOST_TEST(c.finish() == 16);
  BOOST_CHECK_NO_THROW(std::copy(values.begin(), values.end(), c.out()));
  consumer_on<Engine, std::unique_ptr<int>, int> owners =
      [](source_on<Engine, std::unique_ptr<int>>& input) { return **input.next(); };
  *owners.out() = std::make_unique<int>(42);
  BOOST_TEST(owners.finish() == 42);
}

TYPED_TEST_CASE(a_generator_feeds_it, Engine, engines) {
  auto c = summing<Engine>();
  for (int i : numbers<Engine>(5)) c.push(i);
  BOOST_TEST(c.finish() == 10);
}

TYPED_TEST_CASE(one_feeds_another, Engine, engines) {
  auto last = summing<Engine>();
  consumer_on<Engine, int> doubling = [&](source_on<Engine, int>& input) {
    for (int i : input) last.push(2 * i);
  };
  for (int i = 1; i < 4; ++i) doubling.push(i);
  doubling.finish();
  BOOST_TEST(last.finish() == 12);
}
