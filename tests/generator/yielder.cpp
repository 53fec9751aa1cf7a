// yielder: from(), out(), and yields from any depth.
#include "support/engines.hpp"
#include "support/ranges.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <list>
#include <memory>
#include <numeric>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

template <class Generator>
std::vector<typename Generator::value_type> all(Generator g) {
  return {g.begin(), g.end()};
}

#define CHECK_YIELDS(generator, ...) \
  BOOST_TEST(all(generator) == (__VA_ARGS__), boost::test_tools::per_element())

TYPED_TEST_CASE(a_yielder_is_passed_by_reference_only, Engine, engines) {
  using yielder = yielder_on<Engine, int>;
  static_assert(
      !std::is_copy_constructible<yielder>::value && !std::is_move_constructible<yielder>::value,
      "");
  static_assert(
      !std::is_copy_assignable<yielder>::value && !std::is_move_assignable<yielder>::value, "");
  BOOST_TEST(true);
}

TYPED_TEST_CASE(from_containers_arrays_and_lists, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    const std::vector<int> vector{1, 2};
    yield.from(vector);
    yield.from(std::list<int>{3, 4});
    int array[] = {5, 6};
    yield.from(array);
    yield.from(std::vector<int>());
    yield.from({7, 8});
    yield.from(std::array<int, 1>{{9}});
  };
  CHECK_YIELDS(std::move(g), std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TYPED_TEST_CASE(from_converts_elements, Engine, engines) {
  generator_on<Engine, std::string> g = [](yielder_on<Engine, std::string>& yield) {
    const char* words[] = {"one", "two"};
    yield.from(words);
    yield.from({"three"});
  };
  CHECK_YIELDS(std::move(g), std::vector<std::string>{"one", "two", "three"});
}

TYPED_TEST_CASE(from_references_yields_the_ranges_own_elements, Engine, engines) {
  std::vector<int> values{1, 2, 3};
  generator_on<Engine, int&> g = [&](yielder_on<Engine, int&>& yield) { yield.from(values); };
  for (int& i : g) i *= 10;
  BOOST_TEST(values == (std::vector<int>{10, 20, 30}), boost::test_tools::per_element());
}

TYPED_TEST_CASE(from_proxies, Engine, engines) {
  generator_on<Engine, bool> g = [](yielder_on<Engine, bool>& yield) {
    yield.from(std::vector<bool>{true, false});
  };
  BOOST_TEST((all(std::move(g)) == std::vector<bool>{true, false}));
}

TYPED_TEST_CASE(from_generators_partly_consumed_and_exhausted, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    auto partly = numbers<Engine>(4);
    partly.next();
    yield.from(partly);
    yield.from(partly);
    yield.from(numbers<Engine>(2));
  };
  CHECK_YIELDS(std::move(g), std::vector<int>{1, 2, 3, 0, 1});
}

TYPED_TEST_CASE(from_a_generator_on_another_engine, Engine, engines) {
  generator_on<Engine, long> g = [](yielder_on<Engine, long>& yield) {
    yield.from(numbers<deepyield::engine::context>(2));
    yield.from(numbers<deepyield::engine::coroutine2>(2));
  };
  CHECK_YIELDS(std::move(g), std::vector<long>{0, 1, 0, 1});
}

#if HAS_STD_RANGES
TYPED_TEST_CASE(from_a_view_with_a_sentinel, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    yield.from(std::views::iota(1) | std::views::take_while([](int i) { return i < 4; }));
  };
  CHECK_YIELDS(std::move(g), std::vector<int>{1, 2, 3});
}
#endif

TYPED_TEST_CASE(out_makes_an_algorithm_lazy, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    const std::vector<int> odd{1, 3, 5}, small{1, 2, 3};
    std::set_union(odd.begin(), odd.end(), small.begin(), small.end(), yield.out());
    std::generate_n(yield.out(), 2, [n = 9]() mutable { return ++n; });
    auto out = yield.out();
    *out++ = 20;
    *++out = 21;
  };
  CHECK_YIELDS(std::move(g), std::vector<int>{1, 2, 3, 5, 10, 11, 20, 21});
}

TYPED_TEST_CASE(out_moves_what_is_assigned_as_an_rvalue, Engine, engines) {
  generator_on<Engine, std::unique_ptr<int>> g =
      [](yielder_on<Engine, std::unique_ptr<int>>& yield) {
        std::vector<std::unique_ptr<int>> owned;
        owned.push_back(std::make_unique<int>(4));
        std::move(owned.begin(), owned.end(), yield.out());
      };
  BOOST_TEST(**g.next() == 4);
}

#if HAS_STD_RANGES
TYPED_TEST_CASE(out_is_an_output_iterator_of_std_ranges, Engine, engines) {
  static_assert(
      std::output_iterator<decltype(std::declval<yielder_on<Engine, int>&>().out()), int>);
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    std::ranges::copy(std::views::iota(0, 3), yield.out());
  };
  CHECK_YIELDS(std::move(g), std::vector<int>{0, 1, 2});
}
#endif

template <class Engine>
void count_down(int n, yielder_on<Engine, int>& yield) {
  if (n == 0) return;
  yield(n);
  count_down<Engine>(n - 1, yield);
  yield(-n);
}

TYPED_TEST_CASE(case_47_yields_from_nested_frames, Engine, engines) {
  for (int depth : {1, 100, 10000}) {
    generator_on<Engine, int> g(
        std::allocator_arg, deepyield::stack_pool(1 << 25),
        [depth](yielder_on<Engine, int>& yield) { count_down<Engine>(depth, yield); });
    BOOST_TEST(std::accumulate(g.begin(), g.end(), 0) == 0);
  }
}

TYPED_TEST_CASE(a_generator_abandoned_deep_in_a_recursion_unwinds_all_of_it, Engine, engines) {
  int alive = 0;
  struct count_alive {
    int& n;
    explicit count_alive(int& count) : n(count) { ++n; }
    ~count_alive() { --n; }
  };
  std::function<void(int, yielder_on<Engine, int>&)> descend = [&](int n,
                                                                   yielder_on<Engine, int>& yield) {
    count_alive here(alive);
    yield(n);
    if (n) descend(n - 1, yield);
  };
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) { descend(100, yield); };
  for (int i = 0; i < 50; ++i) g.next();
  BOOST_TEST(alive == 50);
  g.close();
  BOOST_TEST(alive == 0);
}

// A callback that knows nothing of generators, called by code that knows nothing of them.
TYPED_TEST_CASE(a_callback_yields_through_its_caller, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    const std::set<int> values{3, 1, 2};
    std::for_each(values.begin(), values.end(), [&](int i) { yield(i); });
    std::vector<int> sorted{3, 1, 2};
    std::sort(sorted.begin(), sorted.end(), [&](int a, int b) {
      yield(a * 10 + b);
      return a < b;
    });
    yield.from(sorted);
  };
  std::vector<int> seen = all(std::move(g));
  BOOST_REQUIRE(seen.size() > 6u);
  BOOST_TEST((std::vector<int>(seen.begin(), seen.begin() + 3) == std::vector<int>{1, 2, 3}));
  BOOST_TEST((std::vector<int>(seen.end() - 3, seen.end()) == std::vector<int>{1, 2, 3}));
}
