// Delegation: what `yield.from` yields and returns. The numbers are cases of docs/semantics.md.
#include "coroutine/delegation/delegation.hpp"
#include "support/typed_test_case.hpp"

TYPED_TEST_CASE(case_41_starts_elements_and_ends_nest, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    log += "outer starts, ";
    talk<Engine, int> inner = [&](talker<Engine>& y) {
      log += "inner starts, ";
      y(1);
      y(2);
      log += "inner ends, ";
      return 7;
    };
    const int result = yield.from(std::move(inner));
    log += "outer has " + std::to_string(result) + ", ";
    yield(3);
    log += "outer ends";
  };
  for (int i : outer) log += std::to_string(i) + ", ";
  BOOST_TEST(log == "outer starts, inner starts, 1, 2, inner ends, outer has 7, 3, outer ends");
}

TYPED_TEST_CASE(case_41_a_result_through_three_levels, Engine, engines) {
  talk<Engine, int> outer = [](talker<Engine>& yield) {
    talk<Engine, std::string> middle = [](talker<Engine>& y) {
      talk<Engine, std::unique_ptr<int>> inner = [](talker<Engine>& z) {
        z(1);
        return std::make_unique<int>(42);
      };
      return std::to_string(*y.from(std::move(inner)));
    };
    return std::stoi(yield.from(std::move(middle)));
  };
  BOOST_TEST(*outer.next() == 1);
  BOOST_TEST(!outer.next());
  BOOST_TEST(outer.result() == 42);
}

TYPED_TEST_CASE(case_41_a_stop_iteration_may_be_the_result, Engine, engines) {
  talk<Engine, bool> outer = [](talker<Engine>& yield) {
    talk<Engine, stop_iteration> inner = [](talker<Engine>& y) {
      y(1);
      return stop_iteration();
    };
    yield.from(std::move(inner));
    return true;
  };
  outer.next();
  BOOST_TEST(!outer.next());
  BOOST_TEST(outer.result());
}

TYPED_TEST_CASE(results_of_lvalues_are_references_and_of_rvalues_values, Engine, engines) {
  using owner = std::unique_ptr<int>;
  using yielder = talker<Engine>&;
  static_assert(
      std::is_same<decltype(std::declval<yielder>().from(std::declval<talk<Engine, owner>&>())),
                   owner&>::value,
      "");
  static_assert(
      std::is_same<decltype(std::declval<yielder>().from(std::declval<talk<Engine, owner>>())),
                   owner>::value,
      "");
  static_assert(
      std::is_same<decltype(std::declval<yielder>().from(std::declval<talk<Engine, int&>&>())),
                   int&>::value,
      "");
  static_assert(
      std::is_same<decltype(std::declval<yielder>().from(std::declval<talk<Engine, int&>>())),
                   int&>::value,
      "");
  static_assert(std::is_same<decltype(std::declval<yielder>().from(std::declval<talk<Engine>&>())),
                             void>::value,
                "");
  static_assert(std::is_same<decltype(std::declval<yielder>().from(std::declval<talk<Engine>>())),
                             void>::value,
                "");
}

TYPED_TEST_CASE(the_result_of_an_lvalue_stays_in_it, Engine, engines) {
  talk<Engine, std::unique_ptr<int>> inner = [](talker<Engine>& yield) {
    yield(1);
    return std::make_unique<int>(42);
  };
  talk<Engine> outer = [&](talker<Engine>& yield) {
    std::unique_ptr<int>& result = yield.from(inner);
    BOOST_TEST((&result == &inner.result()));
    BOOST_TEST((&yield.from(inner) == &result));
  };
  outer.next();
  BOOST_TEST(!outer.next());
  BOOST_CHECK(inner.state() == generator_state::closed);
  BOOST_TEST(*inner.result() == 42);
}

TYPED_TEST_CASE(a_reference_as_the_result, Engine, engines) {
  int object = 1;
  const auto make = [&]() -> talk<Engine, int&> {
    return [&](talker<Engine>&) -> int& { return object; };
  };
  talk<Engine> outer = [&](talker<Engine>& yield) {
    yield.from(make()) = 2;
    auto inner = make();
    BOOST_TEST((&yield.from(inner) == &object));
  };
  BOOST_TEST(!outer.next());
  BOOST_TEST(object == 2);
}

TYPED_TEST_CASE(case_44_of_every_kind, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    yield.from(std::vector<int>{1, 2});
    yield.from(std::vector<int>());
    int array[] = {3};
    yield.from(array);
    auto partly = count<Engine>(3, 6);
    partly.next();
    yield.from(partly);
    yield.from(partly);
    yield.from(count<Engine>(0, 0));
    yield.from(count<Engine>(6, 8));
  };
  CHECK_ELEMENTS(outer, std::vector<int>{1, 2, 3, 4, 5, 6, 7});
}

TYPED_TEST_CASE(case_44_an_exhausted_one_gives_its_stored_result, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine, int> inner = [](talker<Engine>& y) {
      y(0);
      return 42;
    };
    while (inner.next()) continue;
    BOOST_TEST(yield.from(inner) == 42);
    BOOST_TEST(yield.from(std::move(inner)) == 42);
    yield(1);
  };
  CHECK_ELEMENTS(outer, std::vector<int>{1});
}

TYPED_TEST_CASE(case_44_one_that_ended_without_a_result, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    const auto make = []() -> talk<Engine, int> {
      return [](talker<Engine>& y) {
        y(0);
        return 42;
      };
    };
    auto closed = make();
    closed.next();
    closed.close();
    BOOST_CHECK_THROW(yield.from(closed), deepyield::no_result);
    auto unstarted = make();
    unstarted.close();
    BOOST_CHECK_THROW(yield.from(unstarted), deepyield::no_result);
    auto failed = make();
    failed.next();
    BOOST_CHECK_THROW(failed.throw_in(error{42}), error);
    BOOST_CHECK_THROW(yield.from(failed), deepyield::no_result);
    BOOST_CHECK_THROW(yield.from(talk<Engine, int>()), deepyield::no_result);
    yield(1);
  };
  CHECK_ELEMENTS(outer, std::vector<int>{1});
}

TYPED_TEST_CASE(case_44_of_void_there_is_nothing_to_miss, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    auto closed = count<Engine>(0, 3);
    closed.next();
    closed.close();
    yield.from(closed);
    yield.from(talk<Engine>());
    yield(1);
  };
  CHECK_ELEMENTS(outer, std::vector<int>{1});
}

TYPED_TEST_CASE(elements_are_the_inner_ones_own, Engine, engines) {
  std::vector<int> values{1, 2};
  generator_on<Engine, int&> outer = [&](yielder_on<Engine, int&>& yield) {
    generator_on<Engine, int&> inner = [&](yielder_on<Engine, int&>& y) { y.from(values); };
    yield.from(inner);
  };
  for (int& i : outer) i *= 10;
  BOOST_TEST(values == (std::vector<int>{10, 20}), boost::test_tools::per_element());
}

TYPED_TEST_CASE(of_what_yields_nothing, Engine, engines) {
  generator_on<Engine, void, int> outer = [](yielder_on<Engine, void>& yield) {
    generator_on<Engine, void, int> inner = [](yielder_on<Engine, void>& y) {
      y();
      y();
      return 42;
    };
    return yield.from(inner);
  };
  BOOST_TEST(outer.next());
  BOOST_TEST(outer.next());
  BOOST_TEST(!outer.next());
  BOOST_TEST(outer.result() == 42);
}

TYPED_TEST_CASE(iterators_over_the_outer_one, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    yield.from(count<Engine>(0, 2));
    yield(2);
    yield.from(count<Engine>(3, 5));
  };
  auto it = outer.begin();
  const auto copy = it;
  for (int i = 0; i < 5; ++i, ++it) BOOST_TEST(*it == i);
  BOOST_CHECK(it == outer.end());
  BOOST_CHECK(copy == outer.end());
}

TYPED_TEST_CASE(a_loop_that_breaks_and_one_that_goes_on, Engine, engines) {
  auto outer = delegating<Engine>(delegating<Engine>(count<Engine>(0, 6)));
  int sum = 0;
  for (int i : outer) {
    sum += i;
    if (i == 2) break;
  }
  BOOST_TEST(sum == 3);
  CHECK_ELEMENTS(outer, std::vector<int>{3, 4, 5});
}

namespace {
struct node {
  char letter;
  std::unique_ptr<node> left, right;
};
std::unique_ptr<node> balanced(char first, char last) {
  if (first > last) return nullptr;
  const char middle = static_cast<char>((first + last) / 2);
  return std::unique_ptr<node>(new node{middle, balanced(first, static_cast<char>(middle - 1)),
                                        balanced(static_cast<char>(middle + 1), last)});
}
}  // namespace

template <class Engine>
generator_on<Engine, char, int> in_order(const node* n) {
  return [n](yielder_on<Engine, char>& yield) {
    if (!n) return 0;
    const int left = yield.from(in_order<Engine>(n->left.get()));
    yield(n->letter);
    return left + 1 + yield.from(in_order<Engine>(n->right.get()));
  };
}

TYPED_TEST_CASE(a_tree_in_order, Engine, engines) {
  const auto tree = balanced('A', 'Z');
  auto letters = in_order<Engine>(tree.get());
  BOOST_TEST(std::string(letters.begin(), letters.end()) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  BOOST_TEST(letters.result() == 26);
}
