// Creation, elements, the end, results and states of a generator. The numbers are cases of
// docs/semantics.md.
#include "support/alignment.hpp"
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::generator_state;
using deepyield::next;

TYPED_TEST_CASE(case_01_creating_runs_nothing, Engine, engines) {
  bool ran = false;
  generator_on<Engine, int> g = [&](yielder_on<Engine, int>& yield) {
    ran = true;
    yield(1);
  };
  BOOST_TEST(!ran);
  BOOST_TEST((g.state() == generator_state::created));
  g.next();
  BOOST_TEST(ran);
}

template <class Engine>
generator_on<Engine, std::string> twice(std::string text) {
  return [text](yielder_on<Engine, std::string>& yield) {
    yield(text);
    yield(text);
  };
}

TYPED_TEST_CASE(case_02_arguments_are_bound_at_creation, Engine, engines) {
  auto caller = std::make_unique<std::string>("as it was");
  auto g = twice<Engine>(*caller);
  *caller = "changed";
  BOOST_TEST(*g.next() == "as it was");
  caller.reset();
  BOOST_TEST(*g.next() == "as it was");
}

TYPED_TEST_CASE(case_03_elements_then_the_end_for_ever, Engine, engines) {
  generator_on<Engine, int> g = [](auto& yield) {
    yield(1);
    yield(2);
  };
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*g.next() == 2);
  for (int again = 0; again < 3; ++again) BOOST_TEST(!g.next());
  BOOST_CHECK(g.begin() == g.end());
}

TYPED_TEST_CASE(case_04_a_body_that_never_yields, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>&) {};
  BOOST_TEST(!g.next());
}

TYPED_TEST_CASE(case_04_an_early_return_skips_later_yields, Engine, engines) {
  for (bool early : {false, true}) {
    generator_on<Engine, int> g = [early](yielder_on<Engine, int>& yield) {
      yield(1);
      if (early) return;
      yield(2);
    };
    BOOST_TEST(std::distance(g.begin(), g.end()) == (early ? 1 : 2));
  }
}

TYPED_TEST_CASE(case_05_four_times_nothing_is_four_elements, Engine, engines) {
  generator_on<Engine, void> g = [](yielder_on<Engine, void>& yield) {
    for (int i = 0; i < 4; ++i) yield();
  };
  for (int i = 0; i < 4; ++i) BOOST_TEST(g.next());
  BOOST_TEST(!g.next());
  BOOST_CHECK_THROW(next(g), deepyield::stop_iteration);
}

TYPED_TEST_CASE(case_05_null_pointers_are_elements, Engine, engines) {
  generator_on<Engine, int*> g = [](yielder_on<Engine, int*>& yield) {
    for (int i = 0; i < 4; ++i) yield(nullptr);
  };
  int count = 0;
  for (int* element : g) {
    BOOST_TEST(!element);
    ++count;
  }
  BOOST_TEST(count == 4);
}

TYPED_TEST_CASE(case_06_the_end_has_a_result, Engine, engines) {
  generator_on<Engine, int, int> g = [](auto& yield) {
    yield(1);
    return 7;
  };
  BOOST_TEST(!g.has_result());
  BOOST_CHECK_THROW(g.result(), deepyield::no_result);
  g.next();
  BOOST_CHECK_THROW(g.result(), deepyield::no_result);
  BOOST_TEST(!g.next());
  BOOST_TEST(g.has_result());
  BOOST_TEST(g.result() == 7);
  g.result() = 8;
  BOOST_TEST(g.result() == 8);
}

TYPED_TEST_CASE(case_06_a_result_may_be_move_only, Engine, engines) {
  generator_on<Engine, int, std::unique_ptr<int>> g = [](yielder_on<Engine, int>&) {
    return std::make_unique<int>(7);
  };
  g.next();
  std::unique_ptr<int> taken = std::move(g.result());
  BOOST_TEST(*taken == 7);
}

TYPED_TEST_CASE(case_06_a_result_is_destroyed_once_with_the_generator, Engine, engines) {
  operations log;
  {
    generator_on<Engine, int, counted> g = [&log](yielder_on<Engine, int>&) {
      return counted(log, 7);
    };
    g.next();
    BOOST_TEST(log.alive == 1);
  }
  BOOST_TEST(log.alive == 0);
}

TYPED_TEST_CASE(case_06_a_result_may_be_a_reference, Engine, engines) {
  int outside = 1;
  generator_on<Engine, int, int&> g = [&](yielder_on<Engine, int>&) -> int& { return outside; };
  g.next();
  g.result() = 2;
  BOOST_TEST(outside == 2);
}

TYPED_TEST_CASE(case_06_a_result_may_be_a_stop_iteration, Engine, engines) {
  generator_on<Engine, int, deepyield::stop_iteration> g = [](yielder_on<Engine, int>&) {
    return deepyield::stop_iteration();
  };
  BOOST_TEST(!g.next());
  BOOST_TEST(g.has_result());
}

TYPED_TEST_CASE(case_06_what_is_returned_converts_to_the_result, Engine, engines) {
  generator_on<Engine, int, std::string> g = [](yielder_on<Engine, int>&) { return "text"; };
  g.next();
  BOOST_TEST(g.result() == "text");
}

TYPED_TEST_CASE(case_06_a_void_result_says_that_the_body_returned, Engine, engines) {
  auto g = numbers<Engine>(1);
  BOOST_CHECK_THROW(g.result(), deepyield::no_result);
  while (g.next()) continue;
  BOOST_TEST(g.has_result());
  BOOST_CHECK_NO_THROW(g.result());
}

TYPED_TEST_CASE(case_07_a_loop_ignores_the_result, Engine, engines) {
  generator_on<Engine, int, int> g = [](auto& yield) {
    yield(1);
    yield(2);
    return 3;
  };
  int sum = 0;
  for (int i : g) sum += i;
  BOOST_TEST(sum == 3);
  BOOST_TEST(g.result() == 3);
}

TYPED_TEST_CASE(case_08_a_second_loop_goes_on, Engine, engines) {
  auto g = numbers<Engine>(6);
  std::vector<int> first, second;
  for (int i : g) {
    first.push_back(i);
    if (i == 1) break;
  }
  for (int i : g) second.push_back(i);
  BOOST_TEST(first == (std::vector<int>{0, 1}), boost::test_tools::per_element());
  BOOST_TEST(second == (std::vector<int>{2, 3, 4, 5}), boost::test_tools::per_element());
}

template <class Engine>
generator_on<Engine, int> begun() {
  auto g = numbers<Engine>(4);
  g.next();
  return g;
}

TYPED_TEST_CASE(case_09_handed_on_and_continued, Engine, engines) {
  auto g = begun<Engine>();
  BOOST_TEST(*g.next() == 1);
  auto elsewhere = std::move(g);
  BOOST_TEST(!g.next());
  BOOST_TEST(*elsewhere.next() == 2);
}

TYPED_TEST_CASE(case_09_continued_and_destroyed_by_another_thread, Engine, engines) {
  auto g = begun<Engine>();
  int sum = 0;
  std::thread([&sum, elsewhere = std::move(g)]() mutable {
    sum += *elsewhere.next();
    auto here = std::move(elsewhere);
    sum += *here.next();
  }).join();
  BOOST_TEST(sum == 3);
}

TYPED_TEST_CASE(case_10_the_state_at_every_step, Engine, engines) {
  generator_on<Engine, int> g;
  BOOST_CHECK(g.state() == generator_state::closed);
  generator_state within{};
  g = [&](yielder_on<Engine, int>& yield) {
    within = g.state();
    yield(1);
    within = g.state();
  };
  BOOST_CHECK(g.state() == generator_state::created);
  g.next();
  BOOST_CHECK(within == generator_state::running);
  BOOST_CHECK(g.state() == generator_state::suspended);
  within = generator_state{};
  g.next();
  BOOST_CHECK(within == generator_state::running);
  BOOST_CHECK(g.state() == generator_state::closed);
}

TYPED_TEST_CASE(case_11_next_with_a_fallback, Engine, engines) {
  auto g = numbers<Engine>(1);
  BOOST_TEST(next(g, 99) == 0);
  BOOST_TEST(next(g, 99) == 99);
  generator_on<Engine, std::string> s = [](yielder_on<Engine, std::string>& yield) {
    yield("an element");
  };
  BOOST_TEST(next(s, "none") == "an element");
  BOOST_TEST(next(s, "none") == "none");
}

TYPED_TEST_CASE(next_without_a_fallback_throws_at_the_end, Engine, engines) {
  auto g = numbers<Engine>(2);
  BOOST_TEST(next(g) == 0);
  BOOST_TEST(next(g) == 1);
  BOOST_CHECK_THROW(next(g), deepyield::stop_iteration);
  BOOST_CHECK_THROW(next(g), deepyield::stop_iteration);
}

TYPED_TEST_CASE(a_default_constructed_generator_is_closed, Engine, engines) {
  generator_on<Engine, int, int> g;
  BOOST_CHECK(g.state() == generator_state::closed);
  BOOST_TEST(!g.next());
  BOOST_CHECK(g.begin() == g.end());
  BOOST_CHECK_NO_THROW(g.close());
  BOOST_TEST(!g.has_result());
  BOOST_CHECK_THROW(g.result(), deepyield::no_result);
  BOOST_TEST(g.stack_size() == 0u);
}

TYPED_TEST_CASE(a_handle_is_one_pointer_that_moves, Engine, engines) {
  using generator = generator_on<Engine, int>;
  static_assert(sizeof(generator) == sizeof(void*), "");
  static_assert(std::is_nothrow_move_constructible<generator>::value &&
                    std::is_nothrow_move_assignable<generator>::value,
                "");
  static_assert(
      !std::is_copy_constructible<generator>::value && !std::is_copy_assignable<generator>::value,
      "");
  static_assert(std::is_nothrow_default_constructible<generator>::value, "");
  auto odd = numbers<Engine>(2), even = numbers<Engine>(5);
  odd.next();
  swap(odd, even);
  BOOST_TEST(*odd.next() == 0);
  BOOST_TEST(*even.next() == 1);
  std::vector<generator> many;
  for (int n = 0; n < 10; ++n) many.push_back(numbers<Engine>(n));
  int sum = 0;
  for (auto& g : many) sum += std::accumulate(g.begin(), g.end(), 0);
  BOOST_TEST(sum == 120);
}

template <class Engine>
void a_function(yielder_on<Engine, int>& yield) {
  yield(1);
}

TYPED_TEST_CASE(a_body_may_be_any_callable, Engine, engines) {
  generator_on<Engine, int> function = a_function<Engine>;
  BOOST_TEST(*function.next() == 1);
  generator_on<Engine, int> pointer = &a_function<Engine>;
  BOOST_TEST(*pointer.next() == 1);
  generator_on<Engine, int> type_erased =
      std::function<void(yielder_on<Engine, int>&)>(a_function<Engine>);
  BOOST_TEST(*type_erased.next() == 1);
  generator_on<Engine, int> move_only =
      [owned = std::make_unique<int>(3)](yielder_on<Engine, int>& yield) { yield(*owned); };
  BOOST_TEST(*move_only.next() == 3);
  const auto lvalue = [n = 5](yielder_on<Engine, int>& yield) mutable { yield(++n); };
  generator_on<Engine, int> copied = lvalue;
  BOOST_TEST(*copied.next() == 6);
}

template <class Engine>
struct takes_exactly {
  static void a_yielder(yielder_on<Engine, int>& yield) { yield(1); }
  template <class Other>
  static void a_yielder(Other&) = delete;
};

TYPED_TEST_CASE(a_generic_body_is_given_a_yielder, Engine, engines) {
  generator_on<Engine, int> g = [](auto& yield) { takes_exactly<Engine>::a_yielder(yield); };
  BOOST_TEST(*g.next() == 1);
}

// Overload resolution, std::variant and others test whether a generator can be constructed from
// some type: the answer must not be an error.
TYPED_TEST_CASE(only_callables_convert_to_a_generator, Engine, engines) {
  using generator = generator_on<Engine, int>;
  static_assert(!std::is_constructible<generator, int>::value, "");
  static_assert(!std::is_convertible<std::string, generator>::value, "");
  static_assert(!std::is_constructible<generator, generator_on<Engine, long>>::value, "");
  static_assert(std::is_convertible<void (*)(yielder_on<Engine, int>&), generator>::value, "");
  BOOST_TEST(true);
}

TYPED_TEST_CASE(what_the_body_captured_goes_when_the_body_ends, Engine, engines) {
  auto captured = std::make_shared<int>(1);
  std::weak_ptr<int> watch = captured;
  generator_on<Engine, int> g = [captured = std::move(captured)](yielder_on<Engine, int>& yield) {
    yield(*captured);
  };
  g.next();
  BOOST_TEST(!watch.expired());
  g.next();
  BOOST_TEST(watch.expired());
}

TYPED_TEST_CASE(an_over_aligned_capture_is_aligned, Engine, engines) {
  struct alignas(256) wide {
    char bytes[256];
  };
  bool aligned = false;
  generator_on<Engine, int> g = [&aligned, w = wide()](yielder_on<Engine, int>&) {
    aligned = is_aligned(&w, 256);
  };
  g.next();
  BOOST_TEST(aligned);
}

TYPED_TEST_CASE(a_body_copied_in_that_throws_comes_out_and_leaks_nothing, Engine, engines) {
  struct throws_when_copied {
    throws_when_copied() = default;
    throws_when_copied(const throws_when_copied&) { throw 5; }
    void operator()(yielder_on<Engine, int>&) const {}
  };
  const throws_when_copied body{};
  BOOST_CHECK_THROW(static_cast<void>(generator_on<Engine, int>(body)), int);
}
