// Cases about elements from the test suites of std::generator that no other test here covers;
// docs/conformance.md lists all of them.
#include "support/elements.hpp"
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/consumer.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

// Yields a temporary, an lvalue, a const lvalue and a moved lvalue: generator<T> and
// generator<const T&> accept all four.
template <class Engine, class Yield>
generator_on<Engine, Yield> four_elements(operations& log) {
  return [&log](yielder_on<Engine, Yield>& yield) {
    yield(counted(log, 1));
    counted local(log, 2);
    yield(local);
    const counted constant(log, 3);
    yield(constant);
    counted given(log, 4);
    yield(std::move(given));
  };
}

template <class Engine>
generator_on<Engine, counted&&> two_rvalues(operations& log) {
  return [&log](yielder_on<Engine, counted&&>& yield) {
    yield(counted(log, 1));
    counted given(log, 2);
    yield(std::move(given));
  };
}

template <class Generator>
int sum_by_value(Generator g) {
  int sum = 0;
  for (auto element : g) sum += element.value();
  return sum;
}

template <class Generator>
int sum_by_constant_reference(Generator g) {
  int sum = 0;
  for (const auto& element : g) sum += element.value();
  return sum;
}

template <class Generator>
int sum_by_forwarding_reference(Generator g) {
  int sum = 0;
  for (auto&& element : g) sum += element.value();
  return sum;
}

}  // namespace

// libstdc++ 02.cc. The reference type of std::generator<T> is T&&, so a loop by value moves. Ours
// is T&, so the loop copies.
TYPED_TEST_CASE(copies_and_moves_of_each_kind_of_loop_over_values, Engine, engines) {
  operations by_value, by_constant, by_forwarding;
  BOOST_TEST(sum_by_value(four_elements<Engine, counted>(by_value)) == 10);
  BOOST_TEST(by_value.copies == 2 + 4);
  BOOST_TEST(sum_by_constant_reference(four_elements<Engine, counted>(by_constant)) == 10);
  BOOST_TEST(by_constant.copies == 2);
  BOOST_TEST(sum_by_forwarding_reference(four_elements<Engine, counted>(by_forwarding)) == 10);
  BOOST_TEST(by_forwarding.copies == 2);
  BOOST_TEST(by_value.moves + by_constant.moves + by_forwarding.moves == 0);
}

TYPED_TEST_CASE(copies_and_moves_of_each_kind_of_loop_over_references, Engine, engines) {
  operations by_value, by_constant, by_forwarding;
  BOOST_TEST(sum_by_value(four_elements<Engine, const counted&>(by_value)) == 10);
  BOOST_TEST(by_value.copies == 4);
  BOOST_TEST(sum_by_constant_reference(four_elements<Engine, const counted&>(by_constant)) == 10);
  BOOST_TEST(by_constant.copies == 0);
  BOOST_TEST(sum_by_forwarding_reference(four_elements<Engine, const counted&>(by_forwarding)) ==
             10);
  BOOST_TEST(by_forwarding.copies == 0);
  BOOST_TEST(by_value.moves + by_constant.moves + by_forwarding.moves == 0);
}

TYPED_TEST_CASE(copies_and_moves_of_each_kind_of_loop_over_rvalues, Engine, engines) {
  operations by_value, by_constant, by_forwarding;
  BOOST_TEST(sum_by_value(two_rvalues<Engine>(by_value)) == 3);
  BOOST_TEST(by_value.moves == 2);
  BOOST_TEST(sum_by_constant_reference(two_rvalues<Engine>(by_constant)) == 3);
  BOOST_TEST(by_constant.moves == 0);
  BOOST_TEST(sum_by_forwarding_reference(two_rvalues<Engine>(by_forwarding)) == 3);
  BOOST_TEST(by_forwarding.moves == 0);
  BOOST_TEST(by_value.copies + by_constant.copies + by_forwarding.copies == 0);
}

// libstdc++ copy.cc; the reference implementation's test_dereference_iterator_copies_reference
TYPED_TEST_CASE(reading_an_element_again_neither_copies_nor_moves_it, Engine, engines) {
  operations log;
  auto g = four_elements<Engine, counted>(log);
  auto it = g.begin();
  const counted* const first = &*it;
  for (int time = 0; time < 3; ++time) {
    auto&& again = *it;
    BOOST_TEST(&again == first);
  }
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 0);
  BOOST_TEST(log.alive == 1);
  auto r = two_rvalues<Engine>(log);
  auto rvalue = r.begin();
  for (int time = 0; time < 3; ++time) static_cast<void>(*rvalue);
  const counted taken = *rvalue;
  BOOST_TEST(taken.value() == 1);
  BOOST_TEST(log.copies == 0);
  BOOST_TEST(log.moves == 1);
}

// The reference implementation's test_range_based_for_loop_2 and _3
TYPED_TEST_CASE(one_element_is_alive_at_a_time, Engine, engines) {
  operations log;
  int elements = 0;
  generator_on<Engine, const counted&> g = [&](yielder_on<Engine, const counted&>& yield) {
    yield(counted(log, 1));
    yield(counted(log, 2));
  };
  for (const counted& element : g) {
    BOOST_TEST(element.value() == ++elements);
    BOOST_TEST(log.alive == 1);
  }
  BOOST_TEST(elements == 2);
  BOOST_TEST(log.alive == 0);
}

namespace {

struct immovable {
  immovable() = default;
  immovable(const immovable&) = delete;
  immovable& operator=(const immovable&) = delete;
  int value = 3;
};

}  // namespace

// The reference implementation's test_immovable_types
TYPED_TEST_CASE(immovable_elements_by_reference, Engine, engines) {
  generator_on<Engine, immovable&> g = [](yielder_on<Engine, immovable&>& yield) {
    immovable local;
    yield(local);
    BOOST_TEST(local.value == 4);
  };
  for (auto& element : g) {
    static_assert(std::is_same<decltype(element), immovable&>::value, "");
    ++element.value;
  }
}

namespace {

struct explicitly_copied {
  explicitly_copied() = default;
  explicit explicitly_copied(const explicitly_copied&) = default;
  int value = 3;
};

}  // namespace

// libstdc++ pr118022.cc
TYPED_TEST_CASE(an_explicit_copy_constructor_serves_to_yield_an_lvalue, Engine, engines) {
  generator_on<Engine, explicitly_copied> g = [](yielder_on<Engine, explicitly_copied>& yield) {
    const explicitly_copied local;
    yield(local);
  };
  BOOST_TEST(g.next()->value == 3);
}

// MSVC's test_weird_reference_types
TYPED_TEST_CASE(a_consumer_that_counts_the_bodys_variable_on, Engine, engines) {
  generator_on<Engine, int&> g = [](yielder_on<Engine, int&>& yield) {
    for (int i = 0; i < 32; ++i) yield(i);
  };
  int elements = 0;
  for (int& i : g) {
    BOOST_TEST(i == 2 * elements);
    ++i;
    ++elements;
  }
  BOOST_TEST(elements == 16);
}

TYPED_TEST_CASE(a_vector_yielded_as_an_rvalue_is_left_or_taken, Engine, engines) {
  generator_on<Engine, std::vector<int>&&> g = [](yielder_on<Engine, std::vector<int>&&>& yield) {
    std::vector<int> local(16);
    yield(std::move(local));
    BOOST_TEST(local.size() == 16u);
    yield(std::move(local));
    BOOST_TEST(local.empty());
  };
  auto it = g.begin();
  BOOST_TEST(it->size() == 16u);
  ++it;
  const std::vector<int> taken = *it;
  BOOST_TEST(taken.size() == 16u);
  BOOST_TEST(it->empty());
  ++it;
  BOOST_CHECK(it == g.end());
}

template <class Engine, class First, class Second>
generator_on<Engine, std::tuple<typename First::reference, typename Second::reference>> zipped(
    First first, Second second) {
  using pair = std::tuple<typename First::reference, typename Second::reference>;
  return [first = std::move(first),
          second = std::move(second)](yielder_on<Engine, pair>& yield) mutable {
    auto a = first.begin();
    auto b = second.begin();
    for (; a != first.end() && b != second.end(); ++a, ++b) yield(pair{*a, *b});
  };
}

// MSVC's zip_example, from the proposal
TYPED_TEST_CASE(tuples_of_references, Engine, engines) {
  auto g = zipped<Engine>(std::vector<int>{1, 2, 3}, std::vector<int>{10, 20, 30, 40});
  static_assert(std::is_same<typename decltype(g)::value_type, std::tuple<int&, int&>>::value, "");
  int length = 0;
  for (auto&& pair : g) {
    BOOST_TEST(std::get<1>(pair) == 10 * std::get<0>(pair));
    std::get<0>(pair) = 0;
    BOOST_TEST(std::get<0>(pair) == 0);
    ++length;
  }
  BOOST_TEST(length == 3);
  g = zipped<Engine>(std::vector<int>{3, 2}, std::vector<int>{10, 20});
  BOOST_TEST(std::get<0>(*g.next()) == 3);
}

// tl::generator's enumerate
TYPED_TEST_CASE(pairs_of_an_index_and_a_reference, Engine, engines) {
  std::vector<std::string> words{"one", "two", "three"};
  using numbered = std::pair<std::size_t, std::string&>;
  generator_on<Engine, numbered> g = [&](yielder_on<Engine, numbered>& yield) {
    std::size_t at = 0;
    for (std::string& word : words) yield({at++, word});
  };
  for (auto&& element : g) element.second += std::to_string(element.first);
  BOOST_TEST(words == (std::vector<std::string>{"one0", "two1", "three2"}),
             boost::test_tools::per_element());
}

namespace {

struct declared_only;
template <class T>
struct holder {
  T held;
};

}  // namespace

// MSVC's adl_proof_test
TYPED_TEST_CASE(pointers_to_what_cannot_be_completed, Engine, engines) {
  generator_on<Engine, declared_only*> g = [](yielder_on<Engine, declared_only*>& yield) {
    for (int i = 0; i < 42; ++i) yield(nullptr);
  };
  int elements = 0;
  for (declared_only* element : g) {
    BOOST_TEST(!element);
    ++elements;
  }
  BOOST_TEST(elements == 42);
  using pointer = holder<declared_only>*;
  generator_on<Engine, pointer> h = [](yielder_on<Engine, pointer>& yield) {
    for (int i = 0; i < 42; ++i) yield(nullptr);
  };
  while (h.next()) --elements;
  BOOST_TEST(elements == 0);
}

namespace elsewhere {

struct element {
  int value;
};
template <class T>
void address_of(T&) = delete;
template <class T>
void untyped(T*) = delete;

}  // namespace elsewhere

TYPED_TEST_CASE(functions_of_the_elements_namespace_are_not_taken_for_the_librarys, Engine,
                engines) {
  generator_on<Engine, elsewhere::element> g = [](yielder_on<Engine, elsewhere::element>& yield) {
    const elsewhere::element local{1};
    yield(local);
    yield.try_yield(elsewhere::element{2});
  };
  int sum = 0;
  for (auto& element : g) sum += element.value;
  BOOST_TEST(sum == 3);
  deepyield::consumer<elsewhere::element, void, Engine> c =
      [&](deepyield::source<elsewhere::element, Engine>& in) { sum += in.next()->value; };
  c.push(elsewhere::element{3});
  BOOST_TEST(sum == 6);
}

// cppcoro's "safe capture of r-value reference args"
TYPED_TEST_CASE(captures_by_value_outlive_the_callers_temporaries, Engine, engines) {
  const auto chained = [](auto first, auto second) -> generator_on<Engine, char> {
    return [first = std::move(first),
            second = std::move(second)](yielder_on<Engine, char>& yield) mutable {
      for (char c : first) yield(c);
      for (char c : second) yield(c);
    };
  };
  auto g =
      chained(std::string("foo"), chained(std::string("bar"), std::vector<char>{'b', 'a', 'z'}));
  BOOST_TEST(std::string(g.begin(), g.end()) == "foobarbaz");
}
