// shared_generator: copyable handles to one iteration.
#include "support/engines.hpp"
#include "support/guard.hpp"
#include "support/ranges.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/shared_generator.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::generator_state;
using deepyield::share;

template <class Engine, class Yield, class Send = void, class Return = void>
using shared_on = deepyield::shared_generator<Yield, Send, Return, Engine>;

template <class Engine>
generator_on<Engine, int> guarded(std::string& log) {
  return [&log](yielder_on<Engine, int>& yield) {
    guard local{log, "unwound"};
    for (int i = 0;; ++i) yield(i);
  };
}

TYPED_TEST_CASE(copies_share_one_iteration, Engine, engines) {
  auto first = share(numbers<Engine>(4));
  auto second = first;
  BOOST_TEST(*first.next() == 0);
  BOOST_TEST(*second.next() == 1);
  shared_on<Engine, int> third;
  third = second;
  BOOST_TEST(*third.next() == 2);
  BOOST_TEST(*first.next() == 3);
  BOOST_TEST(!second.next());
  BOOST_CHECK(first.state() == generator_state::closed);
}

TYPED_TEST_CASE(the_last_copy_ends_it, Engine, engines) {
  std::string log;
  auto first = share(guarded<Engine>(log));
  first.next();
  {
    auto second = std::move(first);
    auto third = second;
    BOOST_TEST(!first.next());
    second = shared_on<Engine, int>();
    BOOST_TEST(*third.next() == 1);
    BOOST_TEST(log == "");
  }
  BOOST_TEST(log == "unwound");
}

TYPED_TEST_CASE(an_iterator_keeps_it_alive, Engine, engines) {
  std::string log;
  {
    auto it = share(guarded<Engine>(log)).begin();
    BOOST_TEST(*it == 0);
    BOOST_TEST(*++it == 1);
    BOOST_TEST(*it++ == 1);
    BOOST_TEST(*it == 2);
    const auto copy = it;
    it = {};
    BOOST_TEST(*copy == 2);
    BOOST_TEST(log == "");
  }
  BOOST_TEST(log == "unwound");
}

TYPED_TEST_CASE(iterators_agree_on_the_end, Engine, engines) {
  auto g = share(numbers<Engine>(2));
  auto it = g.begin();
  const auto copy = it;
  BOOST_CHECK(it == copy);
  BOOST_CHECK(it != g.end());
  ++it;
  ++it;
  BOOST_CHECK(it == g.end());
  BOOST_CHECK(copy == g.end());
  BOOST_CHECK(g.begin() == g.end());
}

TYPED_TEST_CASE(an_input_range_for_loops_and_algorithms, Engine, engines) {
  using iterator = typename shared_on<Engine, int>::iterator;
  static_assert(std::is_same<typename std::iterator_traits<iterator>::iterator_category,
                             std::input_iterator_tag>::value,
                "");
  static_assert(std::is_same<typename std::iterator_traits<iterator>::reference, int&>::value, "");
  static_assert(std::is_same<typename shared_on<Engine, int>::const_iterator, iterator>::value, "");
  const auto g = share(numbers<Engine>(10));
  int sum = 0;
  for (int i : g) {
    sum += i;
    if (i == 2) break;
  }
  BOOST_TEST(sum == 3);
  BOOST_TEST(*std::find(g.begin(), g.end(), 5) == 5);
  BOOST_TEST(std::accumulate(g.begin(), g.end(), 0) == 6 + 7 + 8 + 9);
  const auto strings = share(generator_on<Engine, std::string>(
      [](yielder_on<Engine, std::string>& yield) { yield("text"); }));
  BOOST_TEST(strings.begin()->size() == 4u);
}

TYPED_TEST_CASE(its_members_do_what_the_generators_do, Engine, engines) {
  const auto g = share(
      two_way_on<Engine, int, int, std::string>([](two_way_yielder_on<Engine, int, int>& yield) {
        for (int last = 0;;) try {
            const int* sent = yield(last);
            last = sent ? *sent : -1;
          } catch (const std::runtime_error& e) {
            return std::string(e.what());
          }
      }));
  BOOST_CHECK(g.state() == generator_state::created);
  BOOST_CHECK_THROW(g.send(1), deepyield::cannot_send_before_start);
  BOOST_TEST(*g.next() == 0);
  BOOST_CHECK(g.state() == generator_state::suspended);
  BOOST_TEST(*g.send(42) == 42);
  BOOST_TEST(*g.next() == -1);
  BOOST_TEST(!g.has_result());
  BOOST_CHECK_THROW(g.result(), deepyield::no_result);
  BOOST_TEST(!g.throw_in(std::runtime_error("thrown in")));
  BOOST_TEST(g.has_result());
  BOOST_TEST(g.result() == "thrown in");
  BOOST_CHECK_THROW(g.throw_in(std::make_exception_ptr(5)), int);
  BOOST_CHECK_THROW(g.throw_in(std::exception_ptr()), std::invalid_argument);
}

TYPED_TEST_CASE(closed_through_any_copy, Engine, engines) {
  std::string log;
  const auto g = share(guarded<Engine>(log));
  const auto copy = g;
  g.next();
  copy.close();
  BOOST_TEST(log == "unwound");
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(default_constructed_it_is_closed, Engine, engines) {
  const shared_on<Engine, int, int, int> g;
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.next());
  BOOST_TEST(!g.send(1));
  BOOST_CHECK_THROW(g.throw_in(5), int);
  BOOST_CHECK_NO_THROW(g.close());
  BOOST_CHECK(g.begin() == g.end());
  BOOST_TEST(!g.has_result());
  BOOST_CHECK_THROW(g.result(), deepyield::no_result);
}

TYPED_TEST_CASE(what_escapes_the_body_comes_out_of_whoever_resumed_it, Engine, engines) {
  const auto g = share(generator_on<Engine, int>([](yielder_on<Engine, int>& yield) {
    yield(1);
    throw 5;
  }));
  auto it = g.begin();
  const auto copy = g;
  BOOST_CHECK_THROW(copy.next(), int);
  BOOST_CHECK(it == g.end());
}

TYPED_TEST_CASE(move_only_elements_and_what_yields_nothing, Engine, engines) {
  const auto owners = share(generator_on<Engine, std::unique_ptr<int>>([](auto& yield) {
    yield(std::make_unique<int>(1));
    yield(std::make_unique<int>(2));
  }));
  auto it = owners.begin();
  std::unique_ptr<int> first = *it++;
  BOOST_TEST(*first == 1);
  BOOST_TEST(**it == 2);
  const auto nothing = share(generator_on<Engine, void>([](auto& yield) { yield(); }));
  BOOST_TEST(nothing.next());
  BOOST_TEST(!nothing.next());
}

TYPED_TEST_CASE(captured_by_a_std_function, Engine, engines) {
  std::string log;
  {
    std::function<int()> counter = [g = share(guarded<Engine>(log))] { return *g.next(); };
    auto copy = counter;
    BOOST_TEST(counter() == 0);
    BOOST_TEST(copy() == 1);
    counter = nullptr;
    BOOST_TEST(copy() == 2);
    BOOST_TEST(log == "");
  }
  BOOST_TEST(log == "unwound");
}

TYPED_TEST_CASE(copies_are_made_and_dropped_by_other_threads, Engine, engines) {
  std::string log;
  auto g = share(guarded<Engine>(log));
  g.next();
  std::thread other([copy = g] {
    for (int i = 0; i < 100; ++i) {
      auto again = copy;
      if (again.state() != generator_state::suspended) throw 1;
    }
  });
  for (int i = 0; i < 100; ++i) auto again = g;
  other.join();
  std::thread([elsewhere = std::move(g)] { elsewhere.next(); }).join();
  BOOST_TEST(log == "unwound");
}

TYPED_TEST_CASE(a_body_that_captures_another_shared_one, Engine, engines) {
  const auto source = share(numbers<Engine>(6));
  const auto every_other = [](shared_on<Engine, int> from) {
    return share(generator_on<Engine, int>([from](yielder_on<Engine, int>& yield) {
      for (int i : from) {
        yield(i);
        from.next();
      }
    }));
  };
  const auto g = every_other(source);
  BOOST_TEST(std::vector<int>(g.begin(), g.end()) == (std::vector<int>{0, 2, 4}),
             boost::test_tools::per_element());
}

#if HAS_STD_RANGES
TYPED_TEST_CASE(it_is_a_view, Engine, engines) {
  static_assert(std::ranges::view<shared_on<Engine, int>> &&
                std::ranges::input_range<const shared_on<Engine, int>>);
  static_assert(!std::ranges::view<generator_on<Engine, int>> &&
                std::ranges::input_range<generator_on<Engine, int>>);
  static_assert(std::ranges::view<shared_on<Engine, const std::string&>> &&
                std::ranges::view<shared_on<Engine, std::unique_ptr<int>>>);
  static_assert(!std::ranges::enable_view<shared_on<Engine, void>>);
  const auto even = [](int i) { return i % 2 == 0; };
  int sum = 0;
  for (int i : share(numbers<Engine>(10)) | std::views::filter(even) | std::views::take(3))
    sum += i;
  BOOST_TEST(sum == 0 + 2 + 4);
}
#endif
