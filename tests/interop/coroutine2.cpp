// coroutine2.hpp: Boost.Coroutine2's pull_type adopted as a generator, and the reverse.
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/guard.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/coroutine2.hpp>

#include <boost/test/unit_test.hpp>

#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::adopt;
using deepyield::as_pull_type;

template <class Element>
using pull = typename boost::coroutines2::coroutine<Element>::pull_type;
template <class Element>
using push = typename boost::coroutines2::coroutine<Element>::push_type;

static bool is_x(const std::runtime_error& e) { return e.what() == std::string("x"); }

// --- adopt ---------------------------------------------------------------------------------------

TYPED_TEST_CASE(an_adopted_coroutine_yields_what_it_pushes, Engine, engines) {
  auto g = adopt<Engine>(pull<int>([](push<int>& sink) {
    for (int i = 0; i < 4; ++i) sink(i);
  }));
  static_assert(std::is_same<decltype(g), generator_on<Engine, int>>::value, "");
  BOOST_TEST(std::vector<int>(g.begin(), g.end()) == (std::vector<int>{0, 1, 2, 3}),
             boost::test_tools::per_element());
  BOOST_TEST(g.has_result());
}

BOOST_AUTO_TEST_CASE(the_default_engine_adopts) {
  deepyield::generator<int> g = adopt(pull<int>([](push<int>& sink) { sink(42); }));
  BOOST_TEST(*g.next() == 42);
}

TYPED_TEST_CASE(an_adopted_coroutine_may_be_partly_consumed_or_at_its_end, Engine, engines) {
  pull<int> partly([](push<int>& sink) {
    for (int i = 0; i < 4; ++i) sink(i);
  });
  partly();
  auto g = adopt<Engine>(std::move(partly));
  BOOST_TEST(std::vector<int>(g.begin(), g.end()) == (std::vector<int>{1, 2, 3}),
             boost::test_tools::per_element());
  auto empty = adopt<Engine>(pull<int>([](push<int>&) {}));
  BOOST_TEST(!empty.next());
}

TYPED_TEST_CASE(adopted_references_are_the_coroutines_own_objects, Engine, engines) {
  std::vector<int> values{1, 2};
  auto g = adopt<Engine>(pull<int&>([&](push<int&>& sink) {
    for (int& i : values) sink(i);
  }));
  static_assert(std::is_same<decltype(g), generator_on<Engine, int&>>::value, "");
  for (int& i : g) i *= 10;
  BOOST_TEST(values == (std::vector<int>{10, 20}), boost::test_tools::per_element());
}

TYPED_TEST_CASE(adopted_move_only_elements, Engine, engines) {
  auto g = adopt<Engine>(pull<std::unique_ptr<int>>([](push<std::unique_ptr<int>>& sink) {
    sink(std::make_unique<int>(1));
    sink(std::make_unique<int>(2));
  }));
  std::vector<std::unique_ptr<int>> taken;
  for (auto& element : g) taken.push_back(std::move(element));
  BOOST_REQUIRE(taken.size() == 2u);
  BOOST_TEST(*taken[0] + *taken[1] == 3);
}

TYPED_TEST_CASE(adopting_copies_no_elements, Engine, engines) {
  operations log;
  {
    auto g = adopt<Engine>(pull<counted>([&](push<counted>& sink) { sink(counted(log, 1)); }));
    BOOST_TEST(g.next()->value() == 1);
    BOOST_TEST(log.copies == 0);
  }
  BOOST_TEST(log.alive == 0);
}

TYPED_TEST_CASE(what_escapes_an_adopted_coroutine_comes_out_of_the_generator, Engine, engines) {
  auto g = adopt<Engine>(pull<int>([](push<int>& sink) {
    sink(1);
    throw std::runtime_error("x");
  }));
  BOOST_TEST(*g.next() == 1);
  BOOST_CHECK_EXCEPTION(g.next(), std::runtime_error, is_x);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(an_adopted_coroutine_ends_with_its_generator, Engine, engines) {
  const auto make = [](std::string& log) {
    return adopt<Engine>(pull<int>([&log](push<int>& sink) {
      guard local{log, "unwound"};
      for (int i = 0;; ++i) sink(i);
    }));
  };
  std::string unstarted, abandoned, closed, thrown_into;
  {
    auto g = make(unstarted);
  }
  BOOST_TEST(unstarted == "unwound");
  {
    auto g = make(abandoned);
    g.next();
    g.next();
    BOOST_TEST(abandoned == "");
  }
  BOOST_TEST(abandoned == "unwound");
  auto g = make(closed);
  g.next();
  g.close();
  BOOST_TEST(closed == "unwound");
  auto other = make(thrown_into);
  other.next();
  BOOST_CHECK_THROW(other.throw_in(5), int);
  BOOST_TEST(thrown_into == "unwound");
}

TYPED_TEST_CASE(an_adopted_coroutine_is_delegated_to, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield(-1);
    yield.from(adopt<Engine>(pull<int>([](push<int>& sink) {
      sink(0);
      sink(1);
    })));
  };
  BOOST_TEST(std::vector<int>(g.begin(), g.end()) == (std::vector<int>{-1, 0, 1}),
             boost::test_tools::per_element());
}

// --- as_pull_type --------------------------------------------------------------------------------

TYPED_TEST_CASE(a_pull_type_of_a_generator, Engine, engines) {
  auto c = as_pull_type(numbers<Engine>(4));
  static_assert(std::is_same<decltype(c), pull<int>>::value, "");
  std::vector<int> seen;
  for (int i : c) seen.push_back(i);
  BOOST_TEST(seen == (std::vector<int>{0, 1, 2, 3}), boost::test_tools::per_element());
  BOOST_TEST(!c);
}

TYPED_TEST_CASE(a_pull_type_starts_at_once_and_is_resumed_as_ever, Engine, engines) {
  auto partly = numbers<Engine>(3);
  partly.next();
  auto c = as_pull_type(std::move(partly));
  BOOST_TEST(!partly.next());
  BOOST_REQUIRE(static_cast<bool>(c));
  BOOST_TEST(c.get() == 1);
  BOOST_TEST(c().get() == 2);
  c();
  BOOST_TEST(!c);
  auto empty = as_pull_type(numbers<Engine>(0));
  BOOST_TEST(!empty);
  auto none = as_pull_type(generator_on<Engine, int>());
  BOOST_TEST(!none);
}

TYPED_TEST_CASE(a_pull_type_of_references, Engine, engines) {
  std::vector<int> values{1, 2};
  auto c = as_pull_type(
      generator_on<Engine, int&>([&](yielder_on<Engine, int&>& yield) { yield.from(values); }));
  static_assert(std::is_same<decltype(c), pull<int&>>::value, "");
  for (int& i : c) i *= 10;
  BOOST_TEST(values == (std::vector<int>{10, 20}), boost::test_tools::per_element());
  auto constant = as_pull_type(generator_on<Engine, const int&>(
      [&](yielder_on<Engine, const int&>& yield) { yield(values[0]); }));
  static_assert(std::is_same<decltype(constant), pull<const int&>>::value, "");
  BOOST_TEST((&constant.get() == &values[0]));
}

TYPED_TEST_CASE(a_pull_type_of_move_only_elements, Engine, engines) {
  using owner = std::unique_ptr<int>;
  auto values = as_pull_type(generator_on<Engine, owner>(
      [](yielder_on<Engine, owner>& yield) { yield(std::make_unique<int>(1)); }));
  BOOST_TEST(*values.get() == 1);
  auto rvalues = as_pull_type(generator_on<Engine, owner&&>(
      [](yielder_on<Engine, owner&&>& yield) { yield(std::make_unique<int>(2)); }));
  static_assert(std::is_same<decltype(rvalues), pull<owner>>::value, "");
  const owner taken = rvalues.get();
  BOOST_TEST(*taken == 2);
}

TYPED_TEST_CASE(a_pull_type_copies_no_elements, Engine, engines) {
  operations log;
  {
    auto values = as_pull_type(generator_on<Engine, counted>(
        [&log](yielder_on<Engine, counted>& yield) { yield(counted(log, 1)); }));
    BOOST_TEST(values.get().value() == 1);
    auto rvalues = as_pull_type(generator_on<Engine, counted&&>(
        [&log](yielder_on<Engine, counted&&>& yield) { yield(counted(log, 2)); }));
    BOOST_TEST(rvalues.get().value() == 2);
    BOOST_TEST(log.copies == 0);
  }
  BOOST_TEST(log.alive == 0);
}

TYPED_TEST_CASE(a_generators_result_is_ignored, Engine, engines) {
  auto c = as_pull_type(generator_on<Engine, int, std::string>([](yielder_on<Engine, int>& yield) {
    yield(1);
    return "ignored";
  }));
  BOOST_TEST(c.get() == 1);
  c();
  BOOST_TEST(!c);
}

TYPED_TEST_CASE(what_escapes_a_body_comes_out_of_the_pull_type, Engine, engines) {
  const auto failing_after = [](int n) -> generator_on<Engine, int> {
    return [n](yielder_on<Engine, int>& yield) {
      for (int i = 0; i < n; ++i) yield(i);
      throw std::runtime_error("x");
    };
  };
  BOOST_CHECK_EXCEPTION(as_pull_type(failing_after(0)), std::runtime_error, is_x);
  auto c = as_pull_type(failing_after(1));
  BOOST_TEST(c.get() == 0);
  BOOST_CHECK_EXCEPTION(c(), std::runtime_error, is_x);
}

TYPED_TEST_CASE(a_pull_type_ends_its_generator, Engine, engines) {
  std::string log;
  {
    auto c = as_pull_type(generator_on<Engine, int>([&log](yielder_on<Engine, int>& yield) {
      guard local{log, "unwound"};
      for (int i = 0;; ++i) yield(i);
    }));
    BOOST_TEST(c().get() == 1);
    BOOST_TEST(log == "");
  }
  BOOST_TEST(log == "unwound");
}

TYPED_TEST_CASE(there_and_back_again, Engine, engines) {
  auto g = adopt<Engine>(as_pull_type(adopt<Engine>(as_pull_type(numbers<Engine>(4)))));
  BOOST_TEST(*g.next() == 0);
  auto moved = std::move(g);
  BOOST_TEST(std::vector<int>(moved.begin(), moved.end()) == (std::vector<int>{1, 2, 3}),
             boost::test_tools::per_element());
}
