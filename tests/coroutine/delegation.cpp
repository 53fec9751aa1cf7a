// docs/semantics.md, Delegation: the numbers are its cases. What CPython's tests of PEP 380 check,
// and what is C++'s own.
#define BOOST_TEST_MODULE delegation
#include "support/death.hpp"
#include "support/engines.hpp"
#include "support/error.hpp"
#include "support/guard.hpp"
#include "support/sanitizers.hpp"

#include <boost/test/unit_test.hpp>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::already_executing;
using deepyield::generator_exit;
using deepyield::generator_ignored_exit;
using deepyield::generator_raised_stop_iteration;
using deepyield::generator_state;
using deepyield::stop_iteration;

namespace {}  // namespace

// All here yield ints and are sent ints.
template <class Engine, class Return = void>
using talk = two_way_on<Engine, int, int, Return>;
template <class Engine>
using talker = two_way_yielder_on<Engine, int, int>;

#define CHECK_ELEMENTS(generator, ...)                                   \
  do {                                                                   \
    const std::vector<int> seen((generator).begin(), (generator).end()); \
    BOOST_TEST(seen == (__VA_ARGS__), boost::test_tools::per_element()); \
  } while (false)

template <class Engine>
talk<Engine> count(int from, int to) {
  return [=](talker<Engine>& yield) {
    for (int i = from; i < to; ++i) yield(i);
  };
}

template <class Engine, class Inner>
talk<Engine> delegating(Inner inner) {
  return [inner = std::move(inner)](talker<Engine>& yield) mutable { yield.from(inner); };
}

// --- elements and results ------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE_TEMPLATE(case_41_starts_elements_and_ends_nest, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_41_a_result_through_three_levels, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_41_a_stop_iteration_may_be_the_result, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(results_of_lvalues_are_references_and_of_rvalues_values, Engine,
                              engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(the_result_of_an_lvalue_stays_in_it, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(a_reference_as_the_result, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_44_of_every_kind, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_44_an_exhausted_one_gives_its_stored_result, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_44_one_that_ended_without_a_result, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_44_of_void_there_is_nothing_to_miss, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(elements_are_the_inner_ones_own, Engine, engines) {
  std::vector<int> values{1, 2};
  generator_on<Engine, int&> outer = [&](yielder_on<Engine, int&>& yield) {
    generator_on<Engine, int&> inner = [&](yielder_on<Engine, int&>& y) { y.from(values); };
    yield.from(inner);
  };
  for (int& i : outer) i *= 10;
  BOOST_TEST(values == (std::vector<int>{10, 20}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(of_what_yields_nothing, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(iterators_over_the_outer_one, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(a_loop_that_breaks_and_one_that_goes_on, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(a_tree_in_order, Engine, engines) {
  const auto tree = balanced('A', 'Z');
  auto letters = in_order<Engine>(tree.get());
  BOOST_TEST(std::string(letters.begin(), letters.end()) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  BOOST_TEST(letters.result() == 26);
}

// --- send ----------------------------------------------------------------------------------------

// Yields the sum of what was sent, until that is nothing: then returns it.
template <class Engine>
talk<Engine, int> summing() {
  return [](talker<Engine>& yield) {
    int sum = 0;
    while (const int* sent = yield(sum)) sum += *sent;
    return sum;
  };
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_send_reaches_the_innermost, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_what_ends_one_inner_is_not_seen_by_the_next, Engine,
                              engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_nothing_can_be_sent_before_the_start, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) { yield.from(summing<Engine>()); };
  BOOST_CHECK_THROW(outer.send(1), deepyield::cannot_send_before_start);
  BOOST_TEST(*outer.next() == 0);
  BOOST_TEST(*outer.send(1) == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_what_the_inner_throws_when_sent_something, Engine, engines) {
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

// --- throw_in ------------------------------------------------------------------------------------

// Yields the values of the errors that are thrown in; returns -1 when one is negative.
template <class Engine>
talk<Engine, int> catching(std::string& log) {
  return [&log](talker<Engine>& yield) {
    guard local{log, "inner ends "};
    for (int last = 0;;) try {
        yield(last);
        last = 0;
      } catch (const error& e) {
        last = e.value;
        if (last < 0) return last;
      }
  };
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_thrown_in_and_caught_by_the_inner, Engine, engines) {
  std::string log;
  talk<Engine, int> outer = [&](talker<Engine>& yield) {
    return yield.from(catching<Engine>(log));
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(error{42}) == 42);
  BOOST_TEST(*outer.throw_in(error{43}) == 43);
  BOOST_TEST(*outer.next() == 0);
  BOOST_TEST(!outer.throw_in(error{-1}));
  BOOST_TEST(outer.result() == -1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_thrown_in_and_not_caught_it_surfaces_at_the_outer, Engine,
                              engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    auto inner = catching<Engine>(log);
    try {
      yield.from(inner);
    } catch (int i) {
      BOOST_CHECK(inner.state() == generator_state::closed);
      log += "outer catches ";
      yield(i);
    }
    yield(2);
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(42) == 42);
  BOOST_TEST(log == "inner ends outer catches ");
  BOOST_TEST(*outer.next() == 2);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_thrown_in_and_caught_by_nobody, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    guard local{log, "outer ends "};
    yield.from(catching<Engine>(log));
  };
  outer.next();
  const auto thrown = std::make_exception_ptr(42);
  try {
    outer.throw_in(thrown);
    BOOST_ERROR("nothing was thrown");
  } catch (...) {
    BOOST_CHECK(std::current_exception() == thrown);
  }
  BOOST_TEST(log == "inner ends outer ends ");
  BOOST_CHECK(outer.state() == generator_state::closed);
  BOOST_TEST(!outer.next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_a_stop_iteration_thrown_in_surfaces_as_an_error, Engine,
                              engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    try {
      yield.from(count<Engine>(0, 3));
    } catch (const generator_raised_stop_iteration&) {
      yield(42);
    }
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(stop_iteration()) == 42);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_42_thrown_into_a_range_it_surfaces_there, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    try {
      yield.from(std::vector<int>{1, 2, 3});
    } catch (const error& e) {
      yield(e.value);
    }
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(error{42}) == 42);
}

// --- close ---------------------------------------------------------------------------------------

// An inner one under a middle one under an outer one, each with something to clean up.
template <class Engine, class Inner>
talk<Engine> three_levels(std::string& log, Inner inner) {
  return [&log, inner](talker<Engine>& yield) {
    guard local{log, "outer "};
    talk<Engine> middle = [&](talker<Engine>& y) {
      guard middles{log, "middle "};
      talk<Engine> innermost = inner;
      y.from(innermost);
      log += "never ";
    };
    yield.from(middle);
    log += "never ";
  };
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_43_close_goes_from_the_inside_outwards, Engine, engines) {
  std::string log;
  auto g = three_levels<Engine>(log, [&](talker<Engine>& yield) {
    guard local{log, "inner "};
    yield(1);
  });
  g.next();
  g.close();
  BOOST_TEST(log == "inner middle outer ");
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.has_result());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_43_so_do_destruction_and_an_exit_thrown_in, Engine, engines) {
  std::string log;
  const auto inner = [&](talker<Engine>& yield) {
    guard local{log, "inner "};
    yield(1);
  };
  {
    auto g = three_levels<Engine>(log, inner);
    g.next();
  }
  BOOST_TEST(log == "inner middle outer ");
  log.clear();
  auto g = three_levels<Engine>(log, inner);
  g.next();
  BOOST_CHECK_THROW(g.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(log == "inner middle outer ");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_43_what_the_inners_cleanup_throws_comes_out, Engine, engines) {
  for (bool thrown_in : {false, true}) {
    std::string log;
    auto g = three_levels<Engine>(log, [](talker<Engine>& yield) {
      try {
        yield(1);
      } catch (const generator_exit&) {
        throw error{42};
      }
    });
    g.next();
    BOOST_CHECK_EXCEPTION(thrown_in ? void(g.throw_in(generator_exit())) : g.close(), error, is_42);
    BOOST_TEST(log == "middle outer ");
    BOOST_CHECK(g.state() == generator_state::closed);
    BOOST_CHECK_NO_THROW(g.close());
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_43_what_the_inners_cleanup_throws_can_be_caught_by_the_outer,
                              Engine, engines) {
  for (bool thrown_in : {false, true}) {
    talk<Engine, int> outer = [](talker<Engine>& yield) {
      talk<Engine> inner = [](talker<Engine>& y) {
        try {
          y(1);
        } catch (const generator_exit&) {
          throw error{42};
        }
      };
      try {
        yield.from(inner);
      } catch (const error& e) {
        return e.value;
      }
      return 0;
    };
    outer.next();
    if (thrown_in)
      BOOST_TEST(!outer.throw_in(generator_exit()));
    else
      BOOST_CHECK_NO_THROW(outer.close());
    BOOST_TEST(outer.result() == 42);
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_43_an_inners_stop_iteration_comes_out_as_an_error, Engine,
                              engines) {
  std::string log;
  auto g = three_levels<Engine>(log, [](talker<Engine>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      throw stop_iteration();
    }
  });
  g.next();
  BOOST_CHECK_THROW(g.close(), generator_raised_stop_iteration);
  BOOST_TEST(log == "middle outer ");
}

// The result, 5, of an inner one that catches the exit is not what the outer's yield.from gives.
BOOST_AUTO_TEST_CASE_TEMPLATE(case_43_the_inner_returns_and_the_outer_still_gets_the_exit, Engine,
                              engines) {
  for (bool thrown_in : {false, true}) {
    std::string log;
    talk<Engine, int> inner = [](talker<Engine>& yield) {
      try {
        yield(1);
      } catch (const generator_exit&) {
      }
      return 5;
    };
    talk<Engine> outer = [&](talker<Engine>& yield) {
      try {
        yield.from(inner);
        log += "never";
      } catch (const generator_exit&) {
        log += "exit";
        throw;
      }
    };
    outer.next();
    if (thrown_in)
      BOOST_CHECK_THROW(outer.throw_in(generator_exit()), generator_exit);
    else
      outer.close();
    BOOST_TEST(log == "exit");
    BOOST_TEST(inner.result() == 5);
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_43_an_exit_thrown_in_that_the_outer_catches, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    try {
      yield.from(count<Engine>(0, 3));
    } catch (const generator_exit&) {
    }
    yield.from(count<Engine>(10, 12));
  };
  outer.next();
  BOOST_TEST(*outer.throw_in(generator_exit()) == 10);
  BOOST_TEST(*outer.next() == 11);
  BOOST_TEST(!outer.next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_outer_that_answers_close_with_an_element_has_ignored_it, Engine,
                              engines) {
  for (bool by_delegation : {false, true}) {
    talk<Engine> outer = [=](talker<Engine>& yield) {
      try {
        yield.from(count<Engine>(0, 3));
      } catch (const generator_exit&) {
      }
      by_delegation ? yield.from(count<Engine>(10, 13)) : void(yield(10));
      yield(11);
    };
    auto it = outer.begin();
    BOOST_CHECK_THROW(outer.close(), generator_ignored_exit);
    BOOST_CHECK(it == outer.end());
    BOOST_CHECK(outer.state() == generator_state::suspended);
    BOOST_TEST(*outer.next() == 11);
    BOOST_CHECK_NO_THROW(outer.close());
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_outer_may_delegate_for_its_cleanup, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    try {
      yield.from(count<Engine>(0, 3));
    } catch (const generator_exit&) {
      talk<Engine, int> cleanup = [&](talker<Engine>&) {
        log += "cleanup ";
        return 42;
      };
      BOOST_TEST(yield.from(cleanup) == 42);
      throw;
    }
  };
  outer.next();
  outer.close();
  BOOST_TEST(log == "cleanup ");
}

// --- an inner one that ignores its exit ----------------------------------------------------------

// Ignores one exit. Elements: 1, then 2 on the exit, then 3.
template <class Engine>
talk<Engine> ignoring() {
  return [](talker<Engine>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      yield(2);
    }
    yield(3);
  };
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_inner_that_ignores_the_exit_is_an_error_at_the_outer, Engine,
                              engines) {
  for (bool thrown_in : {false, true}) {
    auto inner = ignoring<Engine>();
    bool seen = false;
    talk<Engine> outer = [&](talker<Engine>& yield) {
      try {
        yield.from(inner);
      } catch (const generator_ignored_exit&) {
        seen = true;
        BOOST_CHECK(inner.state() == generator_state::suspended);
        throw;
      }
    };
    outer.next();
    BOOST_CHECK_THROW(thrown_in ? void(outer.throw_in(generator_exit())) : outer.close(),
                      generator_ignored_exit);
    BOOST_TEST(seen);
    BOOST_CHECK(outer.state() == generator_state::closed);
    BOOST_CHECK(inner.state() == generator_state::suspended);
    BOOST_TEST(*inner.next() == 3);
    BOOST_TEST(!inner.next());
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_outer_may_catch_that_and_delegate_to_it_again, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    auto inner = ignoring<Engine>();
    try {
      yield.from(inner);
    } catch (const generator_ignored_exit&) {
    }
    yield.from(inner);
    yield(4);
  };
  BOOST_TEST(*outer.next() == 1);
  BOOST_TEST(*outer.throw_in(generator_exit()) == 3);
  BOOST_TEST(*outer.next() == 4);
  BOOST_TEST(!outer.next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_middle_that_swallows_that_ends_and_the_outer_gets_the_exit, Engine,
                              engines) {
  std::string log;
  auto inner = ignoring<Engine>();
  talk<Engine> outer = [&](talker<Engine>& yield) {
    talk<Engine> middle = [&](talker<Engine>& y) {
      try {
        y.from(inner);
      } catch (const generator_ignored_exit&) {
        log += "middle ";
      }
    };
    try {
      yield.from(middle);
      log += "never";
    } catch (const generator_exit&) {
      log += "outer";
      throw;
    }
  };
  outer.next();
  outer.close();
  BOOST_TEST(log == "middle outer");
  BOOST_CHECK(outer.state() == generator_state::closed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_temporary_that_ignores_it_is_ended_all_the_same, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) { yield.from(ignoring<Engine>()); };
  outer.next();
  BOOST_CHECK_THROW(outer.close(), generator_ignored_exit);
  BOOST_CHECK(outer.state() == generator_state::closed);
}

// Of the inner one's own delegates one has been closed; it has gone on to another.
BOOST_AUTO_TEST_CASE_TEMPLATE(an_inner_that_ignores_the_exit_by_delegating_on, Engine, engines) {
  talk<Engine> inner = [](talker<Engine>& yield) {
    try {
      yield.from(count<Engine>(0, 3));
    } catch (const generator_exit&) {
      yield.from(count<Engine>(10, 13));
    }
  };
  talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(inner); };
  outer.next();
  BOOST_CHECK_THROW(outer.close(), generator_ignored_exit);
  BOOST_CHECK(inner.state() == generator_state::suspended);
  BOOST_TEST(*inner.next() == 11);
  BOOST_CHECK_NO_THROW(inner.close());
}

static std::exception_ptr reported;

BOOST_AUTO_TEST_CASE_TEMPLATE(what_a_destructor_would_throw_of_it_reaches_the_handler, Engine,
                              engines) {
  reported = nullptr;
  const auto before = deepyield::set_unraisable_handler([](std::exception_ptr e) { reported = e; });
  auto inner = ignoring<Engine>();
  {
    auto outer = delegating<Engine>(std::move(inner));
    outer.next();
  }
  deepyield::set_unraisable_handler(before);
  BOOST_REQUIRE(reported);
  BOOST_CHECK_THROW(std::rethrow_exception(reported), generator_ignored_exit);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(ignoring_it_for_ever_terminates_with_a_message, Engine, engines) {
  const death end = die_in_child([] {
    talk<Engine> outer = [](talker<Engine>& yield) {
      talk<Engine> inner = [](talker<Engine>& y) {
        for (;;) try {
            y(1);
          } catch (...) {
          }
      };
      yield.from(inner);
    };
    outer.next();
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("must let generator_exit pass") != std::string::npos);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_middle_that_answers_what_the_inners_cleanup_throws_with_an_element,
                              Engine, engines) {
  talk<Engine> inner = [](talker<Engine>& yield) {
    try {
      yield(1);
    } catch (const generator_exit&) {
      throw error{42};
    }
  };
  talk<Engine> middle = [&](talker<Engine>& yield) {
    try {
      yield.from(inner);
    } catch (const error& e) {
      yield(e.value);
      yield(43);
    }
  };
  talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(middle); };
  outer.next();
  BOOST_CHECK_THROW(outer.close(), generator_ignored_exit);
  BOOST_CHECK(inner.state() == generator_state::closed);
  BOOST_CHECK(middle.state() == generator_state::suspended);
  BOOST_TEST(*middle.next() == 43);
}

// --- CPython's TestInterestingEdgeCases: what an inner one makes of close and throw_in -----------

// The inner one yields 1; when anything is raised there it does what it is told. The outer one only
// delegates.
template <class Engine, class Reaction>
talk<Engine, int> reacting(Reaction reaction) {
  return [=](talker<Engine>& yield) {
    talk<Engine, int> inner = [=](talker<Engine>& y) {
      try {
        y(1);
      } catch (...) {
        return reaction(y);
      }
      return 0;
    };
    return yield.from(std::move(inner));
  };
}

template <class Engine, class Reaction>
talk<Engine, int> started(Reaction reaction) {
  auto g = reacting<Engine>(reaction);
  BOOST_TEST(*g.next() == 1);
  return g;
}

BOOST_AUTO_TEST_CASE_TEMPLATE(edge_the_inner_raises_it_again, Engine, engines) {
  const auto reaction = [](talker<Engine>&) -> int { throw; };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_NO_THROW(closed.close());
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_exit);
  auto stop = started<Engine>(reaction);
  BOOST_CHECK_THROW(stop.throw_in(stop_iteration()), generator_raised_stop_iteration);
  auto other = started<Engine>(reaction);
  BOOST_CHECK_EXCEPTION(other.throw_in(error{42}), error, is_42);
  for (auto* g : {&closed, &exit, &stop, &other}) BOOST_TEST((!g->next() && !g->has_result()));
}

BOOST_AUTO_TEST_CASE_TEMPLATE(edge_the_inner_raises_an_exit, Engine, engines) {
  const auto reaction = [](talker<Engine>&) -> int { throw generator_exit(); };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_NO_THROW(closed.close());
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_exit);
  auto other = started<Engine>(reaction);
  BOOST_CHECK_THROW(other.throw_in(error{42}), generator_exit);
  for (auto* g : {&closed, &exit, &other}) BOOST_TEST(!g->next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(edge_the_inner_raises_a_stop_iteration, Engine, engines) {
  const auto reaction = [](talker<Engine>&) -> int { throw stop_iteration(); };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_THROW(closed.close(), generator_raised_stop_iteration);
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_raised_stop_iteration);
  auto other = started<Engine>(reaction);
  BOOST_CHECK_THROW(other.throw_in(error{42}), generator_raised_stop_iteration);
  for (auto* g : {&closed, &exit, &other}) BOOST_TEST(!g->next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(edge_the_inner_raises_another_exception, Engine, engines) {
  const auto reaction = [](talker<Engine>&) -> int { throw error{42}; };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_EXCEPTION(closed.close(), error, is_42);
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_EXCEPTION(exit.throw_in(generator_exit()), error, is_42);
  auto other = started<Engine>(reaction);
  BOOST_CHECK_EXCEPTION(other.throw_in(1), error, is_42);
  for (auto* g : {&closed, &exit, &other}) BOOST_TEST(!g->next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(edge_the_inner_yields, Engine, engines) {
  const auto reaction = [](talker<Engine>& yield) {
    yield(2);
    return 9;
  };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_THROW(closed.close(), generator_ignored_exit);
  BOOST_TEST(!closed.next());
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_ignored_exit);
  BOOST_TEST(!exit.next());
  auto other = started<Engine>(reaction);
  BOOST_TEST(*other.throw_in(error{42}) == 2);
  BOOST_TEST(!other.next());
  BOOST_TEST(other.result() == 9);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(edge_the_inner_returns, Engine, engines) {
  const auto reaction = [](talker<Engine>&) { return 9; };
  auto closed = started<Engine>(reaction);
  BOOST_CHECK_NO_THROW(closed.close());
  BOOST_TEST(!closed.has_result());
  auto exit = started<Engine>(reaction);
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(!exit.has_result());
  auto other = started<Engine>(reaction);
  BOOST_TEST(!other.throw_in(error{42}));
  BOOST_TEST(other.result() == 9);
}

// --- exceptions ----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE_TEMPLATE(case_45_the_inner_throws_at_its_first_or_a_later_element, Engine,
                              engines) {
  for (int n : {0, 2}) {
    std::string log;
    talk<Engine> outer = [&](talker<Engine>& yield) {
      talk<Engine> inner = [&](talker<Engine>& y) {
        guard local{log, "inner "};
        for (int i = 0; i < n; ++i) y(i);
        throw error{42};
      };
      try {
        guard local{log, "outer "};
        yield.from(std::move(inner));
      } catch (const error& e) {
        log += "caught ";
        yield(e.value);
      }
      yield(43);
    };
    for (int i = 0; i < n; ++i) BOOST_TEST(*outer.next() == i);
    BOOST_TEST(*outer.next() == 42);
    BOOST_TEST(log == "inner outer caught ");
    BOOST_TEST(*outer.next() == 43);
    BOOST_TEST(!outer.next());
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_45_caught_by_nobody_it_comes_out_once, Engine, engines) {
  talk<Engine> inner = [](talker<Engine>& yield) {
    yield(1);
    throw error{42};
  };
  auto outer = delegating<Engine>(delegating<Engine>(std::move(inner)));
  outer.next();
  BOOST_CHECK_EXCEPTION(outer.next(), error, is_42);
  BOOST_CHECK(outer.state() == generator_state::closed);
  BOOST_TEST(!outer.next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_stop_iteration_that_escapes_the_inner_is_an_error_at_the_outer,
                              Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine> inner = [](talker<Engine>& y) {
      y(1);
      throw stop_iteration();
    };
    try {
      yield.from(inner);
    } catch (const generator_raised_stop_iteration& e) {
      BOOST_CHECK_THROW(std::rethrow_if_nested(e), stop_iteration);
      yield(42);
    }
  };
  outer.next();
  BOOST_TEST(*outer.next() == 42);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_exit_of_the_inners_own_surfaces_at_the_outer, Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine> inner = [](talker<Engine>& y) {
      y(1);
      throw generator_exit();
    };
    yield.from(inner);
  };
  outer.next();
  BOOST_CHECK_THROW(outer.next(), generator_exit);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_outer_catches_what_the_inner_threw_and_delegates_on, Engine,
                              engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    for (int time = 1; time <= 3; ++time) {
      talk<Engine> inner = [time](talker<Engine>& y) {
        y(time);
        throw error{10 * time};
      };
      try {
        yield.from(inner);
      } catch (const error& e) {
        yield.from(count<Engine>(e.value, e.value + 1));
      }
    }
  };
  CHECK_ELEMENTS(outer, std::vector<int>{1, 10, 2, 20, 3, 30});
}

BOOST_AUTO_TEST_CASE_TEMPLATE(what_the_inner_threw_is_not_raised_by_another_delegation_to_it,
                              Engine, engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine> inner = [](talker<Engine>& y) {
      y(1);
      throw error{42};
    };
    BOOST_CHECK_EXCEPTION(yield.from(inner), error, is_42);
    BOOST_CHECK_NO_THROW(yield.from(inner));
    yield(2);
  };
  CHECK_ELEMENTS(outer, std::vector<int>{1, 2});
}

BOOST_AUTO_TEST_CASE_TEMPLATE(delegating_in_a_handler_nobody_sees_anothers_exception, Engine,
                              engines) {
  const auto current = [] {
    try {
      throw;
    } catch (const error& e) {
      return e.value;
    }
  };
  talk<Engine> outer = [&](talker<Engine>& yield) {
    try {
      throw error{1};
    } catch (const error&) {
      talk<Engine> inner = [&](talker<Engine>& y) {
        BOOST_CHECK(!std::current_exception());
        y(1);
        try {
          throw error{2};
        } catch (const error&) {
          y(2);
          BOOST_TEST(current() == 2);
          y.from(count<Engine>(3, 5));
          BOOST_TEST(current() == 2);
        }
        BOOST_CHECK(!std::current_exception());
        y(5);
      };
      yield.from(inner);
      BOOST_TEST(current() == 1);
      yield(6);
      BOOST_TEST(current() == 1);
    }
    BOOST_CHECK(!std::current_exception());
    yield(7);
  };
  for (int i = 1; i <= 7; ++i) {
    if (i % 2) {
      BOOST_TEST(*outer.next() == i);
      BOOST_CHECK(!std::current_exception());
    } else {
      try {
        throw error{100};
      } catch (const error&) {
        BOOST_TEST(*outer.next() == i);
        BOOST_TEST(current() == 100);
      }
    }
  }
  BOOST_TEST(!outer.next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(closed_and_thrown_into_while_all_of_them_handle_something, Engine,
                              engines) {
  const auto in_handler = [](std::string& log) {
    return [&log](talker<Engine>& yield) {
      guard local{log, "outer "};
      try {
        throw error{1};
      } catch (const error&) {
        talk<Engine> inner = [&](talker<Engine>& y) {
          guard inners{log, "inner "};
          try {
            throw error{2};
          } catch (const error&) {
            y(1);
          }
        };
        yield.from(inner);
      }
    };
  };
  std::string log;
  talk<Engine> closed = in_handler(log);
  closed.next();
  BOOST_CHECK(closed.state() == generator_state::suspended);
  closed.close();
  BOOST_TEST(log == "inner outer ");
  log.clear();
  talk<Engine> thrown_into = in_handler(log);
  thrown_into.next();
  try {
    throw error{100};
  } catch (const error& mine) {
    BOOST_CHECK_EXCEPTION(thrown_into.throw_in(error{42}), error, is_42);
    try {
      throw;
    } catch (const error& e) {
      BOOST_TEST(&e == &mine);
    }
  }
  BOOST_TEST(log == "inner outer ");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(destroyed_while_an_exception_unwinds_the_owner, Engine, engines) {
  std::string log;
  struct throws_and_catches {
    std::string& log;
    ~throws_and_catches() {
      try {
        throw error{42};
      } catch (const error&) {
        log += "cleanup ";
      }
    }
  };
  try {
    talk<Engine> outer = [&](talker<Engine>& yield) {
      throws_and_catches local{log};
      talk<Engine> inner = [&](talker<Engine>& y) {
        throws_and_catches inners{log};
        y(1);
      };
      yield.from(inner);
    };
    outer.next();
    throw error{100};
  } catch (const error& e) {
    BOOST_TEST(e.value == 100);
  }
  BOOST_TEST(log == "cleanup cleanup ");
}

// --- states, and who may use what ----------------------------------------------------------------

BOOST_AUTO_TEST_CASE_TEMPLATE(case_10_the_state_of_every_level_at_every_step, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_10_while_the_levels_are_closed, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_36_two_that_delegate_to_each_other, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(case_36_not_caught_it_ends_both, Engine, engines) {
  talk<Engine> first, second;
  first = [&](talker<Engine>& yield) { yield.from(second); };
  second = [&](talker<Engine>& yield) { yield.from(first); };
  BOOST_CHECK_THROW(first.next(), already_executing);
  BOOST_CHECK(first.state() == generator_state::closed);
  BOOST_CHECK(second.state() == generator_state::closed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_36_one_that_delegates_to_itself, Engine, engines) {
  talk<Engine> g;
  g = [&](talker<Engine>& yield) {
    BOOST_CHECK_THROW(yield.from(g), already_executing);
    yield(1);
  };
  BOOST_TEST(*g.next() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_36_an_inner_that_uses_the_outer, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(an_inner_that_is_delegated_to_cannot_be_used_from_outside, Engine,
                              engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(nor_can_one_in_the_middle, Engine, engines) {
  auto inner = count<Engine>(0, 3);
  talk<Engine> middle = [&](talker<Engine>& yield) { yield.from(inner); };
  talk<Engine> outer = [&](talker<Engine>& yield) { yield.from(middle); };
  outer.next();
  BOOST_CHECK_THROW(middle.next(), already_executing);
  BOOST_CHECK_THROW(middle.close(), already_executing);
  BOOST_TEST(*outer.next() == 1);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(an_inner_that_delegates_already_when_it_is_delegated_to, Engine,
                              engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(an_inner_over_which_iterators_are_live, Engine, engines) {
  auto inner = count<Engine>(0, 3);
  auto it = inner.begin();
  auto outer = talk<Engine>([&](talker<Engine>& yield) { yield.from(inner); });
  CHECK_ELEMENTS(outer, std::vector<int>{1, 2});
  BOOST_CHECK(it == inner.end());
}

// --- lifetime ------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE_TEMPLATE(the_outer_handle_is_moved, Engine, engines) {
  auto outer = delegating<Engine>(count<Engine>(0, 4));
  auto it = outer.begin();
  auto moved = std::move(outer);
  BOOST_TEST(*++it == 1);
  auto again = std::make_unique<talk<Engine>>(std::move(moved));
  BOOST_TEST(*again->next() == 2);
  BOOST_TEST(!moved.next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(the_inner_handle_is_moved_while_delegated_to, Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(an_inner_destroyed_while_delegated_to_terminates_with_a_message,
                              Engine, engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(an_inner_moved_over_while_it_runs_terminates_with_a_message, Engine,
                              engines) {
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

BOOST_AUTO_TEST_CASE_TEMPLATE(a_temporary_is_consumed, Engine, engines) {
  std::string log;
  talk<Engine> outer = [&](talker<Engine>& yield) {
    talk<Engine> inner = [&](talker<Engine>& y) {
      guard local{log, "inner "};
      y(1);
    };
    yield.from(std::move(inner));
    BOOST_CHECK(inner.state() == generator_state::closed);  // as any that is moved from
    log += "outer ";
    yield(2);
  };
  outer.next();
  outer.next();
  BOOST_TEST(log == "inner outer ");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(a_named_one_that_is_moved_in_has_no_result_afterwards, Engine,
                              engines) {
  talk<Engine> outer = [](talker<Engine>& yield) {
    talk<Engine, int> named = [](talker<Engine>&) { return 7; };
    BOOST_TEST(yield.from(std::move(named)) == 7);
    BOOST_TEST(!named.has_result());
  };
  BOOST_TEST(!outer.next());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(resumed_thrown_into_and_closed_by_other_threads, Engine, engines) {
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

// --- depth ---------------------------------------------------------------------------------------

// that has no room for as many fibers
static const int levels = under_thread_sanitizer ? 1000 : 10000;

// Returns the number of levels.
template <class Engine>
talk<Engine, int> deep(int n, int& alive) {
  return [n, &alive](talker<Engine>& yield) {
    struct counting {
      int& count;
      explicit counting(int& c) : count(c) { ++count; }
      ~counting() { --count; }
    } local(alive);
    if (n) return 1 + yield.from(deep<Engine>(n - 1, alive));
    for (int last = 0; last >= 0;) {
      const int* sent = yield(last);
      last = sent ? *sent : last + 1;
    }
    return 0;
  };
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_46_ten_thousand_levels_run_and_end, Engine, engines) {
  int alive = 0;
  auto g = deep<Engine>(levels, alive);
  for (int i = 0; i < 1000; ++i) BOOST_REQUIRE(*g.next() == i);
  BOOST_TEST(*g.send(5000) == 5000);
  BOOST_TEST(alive == levels + 1);
  BOOST_TEST(!g.send(-1));
  BOOST_TEST(g.result() == levels);
  BOOST_TEST(alive == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_46_ten_thousand_levels_closed_and_destroyed_midway, Engine,
                              engines) {
  int alive = 0;
  auto closed = deep<Engine>(levels, alive);
  closed.next();
  BOOST_CHECK(closed.state() == generator_state::suspended);
  closed.close();
  BOOST_TEST(alive == 0);
  {
    auto destroyed = deep<Engine>(levels, alive);
    destroyed.next();
    BOOST_TEST(alive == levels + 1);
  }
  BOOST_TEST(alive == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_46_an_exception_through_ten_thousand_levels, Engine, engines) {
  int alive = 0;
  auto g = deep<Engine>(levels, alive);
  g.next();
  BOOST_CHECK_EXCEPTION(g.throw_in(error{42}), error, is_42);
  BOOST_TEST(alive == 0);
  auto exit = deep<Engine>(levels, alive);
  exit.next();
  BOOST_CHECK_THROW(exit.throw_in(generator_exit()), generator_exit);
  BOOST_TEST(alive == 0);
}

// Each one captures the next.
template <class Engine>
talk<Engine> chain() {
  auto g = count<Engine>(0, 3);
  for (int i = 0; i < levels; ++i) g = delegating<Engine>(std::move(g));
  return g;
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_46_a_chain_of_captured_ones_runs_and_ends, Engine, engines) {
  auto g = chain<Engine>();
  CHECK_ELEMENTS(g, std::vector<int>{0, 1, 2});
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_46_a_chain_of_captured_ones_is_destroyed_unstarted, Engine,
                              engines) {
  {
    auto destroyed = chain<Engine>();
  }
  auto closed = chain<Engine>();
  closed.close();
  auto thrown_into = chain<Engine>();
  BOOST_CHECK_THROW(thrown_into.throw_in(error{1}), error);
  BOOST_CHECK(thrown_into.state() == generator_state::closed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_46_a_chain_of_captured_ones_is_destroyed_midway, Engine,
                              engines) {
  {
    auto destroyed = chain<Engine>();
    destroyed.next();
  }
  auto closed = chain<Engine>();
  closed.next();
  closed.close();
  BOOST_CHECK(closed.state() == generator_state::closed);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_46_a_chain_of_loops_is_destroyed_midway, Engine, engines) {
  auto g = count<Engine>(0, 3);
  for (int i = 0; i < levels; ++i)
    g = [inner = std::move(g)](talker<Engine>& yield) mutable {
      for (int element : inner) yield(element);
    };
  BOOST_TEST(*g.next() == 0);
  g.close();
  BOOST_CHECK(g.state() == generator_state::closed);
}
