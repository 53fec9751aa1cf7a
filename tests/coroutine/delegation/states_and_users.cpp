// Delegation: the states of both generators, and who may use the inner one. The numbers are cases
// of docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

TYPED_TEST_CASE(case_10_the_state_of_every_level_at_every_step, Engine, engines) {
  talk<Engine> outer, middle, inner;
  using states = std::string;
  const auto all = [&] {
    states text;
    for (const auto* g : {&outer, &middle, &inner}) text += "crsx"[static_cast<int>(g->state())];
    return text;
  };
  std::vector<states> within;
  inner = [&](talker<Engine>& yield) {
    within.push_back(all());
    yield(1);
    within.push_back(all());
  };
  middle = [&](talker<Engine>& yield) {
    within.push_back(all());
    yield.from(inner);
    within.push_back(all());
    yield(2);
    within.push_back(all());
  };
  outer = [&](talker<Engine>& yield) {
    within.push_back(all());
    yield.from(middle);
    within.push_back(all());
  };
  BOOST_TEST(all() == "ccc");
  outer.next();
  BOOST_TEST(all() == "sss");
  outer.next();
  BOOST_TEST(all() == "ssx");
  outer.next();
  BOOST_TEST(all() == "xxx");
  BOOST_TEST(within == (std::vector<states>{"rcc", "rrc", "rrr", "rrr", "rrx", "rrx", "rxx"}),
             boost::test_tools::per_element());
}

TYPED_TEST_CASE(case_10_while_the_levels_are_closed, Engine, engines) {
  talk<Engine> outer, inner;
  struct look {
    const talk<Engine>& outer;
    const talk<Engine>& inner;
    generator_state expected;
    ~look() { BOOST_CHECK(outer.state() == generator_state::running && inner.state() == expected); }
  };
  inner = [&](talker<Engine>& yield) {
    look at{outer, inner, generator_state::running};
    yield(1);
  };
  outer = [&](talker<Engine>& yield) {
    look at{outer, inner, generator_state::closed};
    yield.from(inner);
  };
  outer.next();
  outer.close();
  BOOST_CHECK(outer.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_36_two_that_delegate_to_each_other, Engine, engines) {
  talk<Engine> first, second;
  first = [&](talker<Engine>& yield) {
    yield(1);
    yield.from(second);
    yield(4);
  };
  second = [&](talker<Engine>& yield) {
    yield(2);
    BOOST_CHECK_THROW(yield.from(first), already_executing);
    yield(3);
  };
  CHECK_ELEMENTS(first, std::vector<int>{1, 2, 3, 4});
}

TYPED_TEST_CASE(case_36_not_caught_it_ends_both, Engine, engines) {
  talk<Engine> first, second;
  first = [&](talker<Engine>& yield) { yield.from(second); };
  second = [&](talker<Engine>& yield) { yield.from(first); };
  BOOST_CHECK_THROW(first.next(), already_executing);
  BOOST_CHECK(first.state() == generator_state::closed);
  BOOST_CHECK(second.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_36_one_that_delegates_to_itself, Engine, engines) {
  talk<Engine> g;
  g = [&](talker<Engine>& yield) {
    BOOST_CHECK_THROW(yield.from(g), already_executing);
    yield(1);
  };
  BOOST_TEST(*g.next() == 1);
}

TYPED_TEST_CASE(case_36_an_inner_that_uses_the_outer, Engine, engines) {
  talk<Engine> outer;
  talk<Engine> inner = [&](talker<Engine>& yield) {
    BOOST_CHECK_THROW(outer.next(), already_executing);
    BOOST_CHECK_THROW(outer.send(1), already_executing);
    BOOST_CHECK_THROW(outer.throw_in(1), already_executing);
    BOOST_CHECK_THROW(outer.close(), already_executing);
    yield(1);
  };
  outer = [&](talker<Engine>& yield) { yield.from(inner); };
  BOOST_TEST(*outer.next() == 1);
  BOOST_TEST(!outer.next());
}

TYPED_TEST_CASE(an_inner_that_is_delegated_to_cannot_be_used_from_outside, Engine, engines) {
  auto inner = count<Engine>(0, 3);
  talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(inner); };
  outer.next();
  BOOST_CHECK_THROW(inner.next(), already_executing);
  BOOST_CHECK_THROW(inner.begin(), already_executing);
  BOOST_CHECK_THROW(inner.send(1), already_executing);
  BOOST_CHECK_THROW(inner.throw_in(error{1}), already_executing);
  BOOST_CHECK_THROW(inner.close(), already_executing);
  BOOST_CHECK(inner.state() == generator_state::suspended);
  talk<Engine> other = [&](talker<Engine>& yield) { yield.from(inner); };
  BOOST_CHECK_THROW(other.next(), already_executing);
  CHECK_ELEMENTS(outer, std::vector<int>{1, 2});
  BOOST_TEST(!inner.next());
}

TYPED_TEST_CASE(nor_can_one_in_the_middle, Engine, engines) {
  auto inner = count<Engine>(0, 3);
  talk<Engine> middle = [&](talker<Engine>& yield) { yield.from(inner); };
  talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(middle); };
  outer.next();
  BOOST_CHECK_THROW(middle.next(), already_executing);
  BOOST_CHECK_THROW(middle.close(), already_executing);
  BOOST_TEST(*outer.next() == 1);
}

TYPED_TEST_CASE(an_inner_that_delegates_already_when_it_is_delegated_to, Engine, engines) {
  std::string log;
  auto innermost = catching<Engine>(log);
  talk<Engine> inner = [&](talker<Engine>& yield) { yield.from(innermost); };
  BOOST_TEST(*inner.next() == 0);
  talk<Engine> outer = [&](talker<Engine>& yield) {
    yield(-1);
    yield.from(inner);
    yield(-2);
  };
  BOOST_TEST(*outer.next() == -1);
  BOOST_TEST(*outer.next() == 0);
  BOOST_TEST(*outer.throw_in(error{42}) == 42);
  BOOST_CHECK_THROW(inner.next(), already_executing);
  BOOST_CHECK_THROW(innermost.next(), already_executing);
  BOOST_TEST(*outer.throw_in(error{-1}) == -2);
  BOOST_CHECK(inner.state() == generator_state::closed);
  BOOST_TEST(!outer.next());
}

TYPED_TEST_CASE(an_inner_over_which_iterators_are_live, Engine, engines) {
  auto inner = count<Engine>(0, 3);
  auto it = inner.begin();
  auto outer = talk<Engine>([&](talker<Engine>& yield) { yield.from(inner); });
  CHECK_ELEMENTS(outer, std::vector<int>{1, 2});
  BOOST_CHECK(it == inner.end());
}
