// Cases about iterators and ranges from the test suites of std::generator that no other test here
// covers; docs/conformance.md lists all of them.
#include "support/elements.hpp"
#include "support/engines.hpp"
#include "support/ranges.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using deepyield::generator_state;

namespace {

// Yields one default-constructed element, as an lvalue or an rvalue, whichever Yield takes.
template <class Engine, class Yield>
generator_on<Engine, Yield> one() {
  return [](yielder_on<Engine, Yield>& yield) {
    std::remove_reference_t<Yield> element{};
    yield(static_cast<Yield&&>(element));
  };
}

template <class Engine, class Yield>
generator_on<Engine, Yield> none() {
  return [](yielder_on<Engine, Yield>&) {};
}

template <class Engine, class Yield>
generator_on<Engine, Yield> none_one_none() {
  return [](yielder_on<Engine, Yield>& yield) {
    yield.from(none<Engine, Yield>());
    yield.from(one<Engine, Yield>());
    yield.from(none<Engine, Yield>());
  };
}

template <class Engine, class Yield>
void check_iterator() {
  using generator = generator_on<Engine, Yield>;
  using iterator = typename generator::iterator;
  using value_type = std::remove_cv_t<std::remove_reference_t<Yield>>;
  static_assert(std::is_same<typename iterator::value_type, value_type>::value, "");
  static_assert(std::is_same<typename iterator::difference_type, std::ptrdiff_t>::value, "");
  static_assert(std::is_same<decltype(*std::declval<const iterator&>()),
                             typename generator::reference>::value,
                "");
  static_assert(
      std::is_same<typename generator::reference,
                   std::conditional_t<std::is_reference<Yield>::value, Yield, Yield&>>::value,
      "");
  static_assert(std::is_same<decltype(++std::declval<iterator&>()), iterator&>::value, "");
  static_assert(std::is_nothrow_copy_constructible<iterator>::value &&
                    std::is_nothrow_move_assignable<iterator>::value,
                "");
  static_assert(noexcept(std::declval<const generator&>().end()), "");
#if HAS_STD_RANGES
  static_assert(std::input_iterator<iterator>);
#endif

  auto empty = none<Engine, Yield>();
  iterator at_end = empty.begin();
  iterator moved = std::move(at_end);
  BOOST_CHECK(moved == empty.end());

  auto g = one<Engine, Yield>();
  iterator it = g.begin();
  BOOST_CHECK(it != g.end());
  BOOST_CHECK(g.end() != it);
  BOOST_CHECK(!(it == moved));
  BOOST_CHECK(*it == value_type{});
  iterator& assigned = (it = std::move(moved));
  BOOST_CHECK(&assigned == &it);
  BOOST_CHECK(it == g.end());
  BOOST_CHECK(g.end() == it);

  auto delegating = none_one_none<Engine, Yield>();
  iterator inner = delegating.begin();
  BOOST_CHECK(*inner == value_type{});
  iterator& incremented = ++inner;
  BOOST_CHECK(&incremented == &inner);
  BOOST_CHECK(inner == delegating.end());

  delegating = none_one_none<Engine, Yield>();
  inner = delegating.begin();
  inner++;
  BOOST_CHECK(inner == delegating.end());
}

template <class Engine, class T>
void check_iterators_of_each_form() {
  check_iterator<Engine, T>();
  check_iterator<Engine, T&>();
  check_iterator<Engine, const T&>();
  check_iterator<Engine, T&&>();
  check_iterator<Engine, const T&&>();
}

}  // namespace

// MSVC's P2502R2_generator_iterator; libstdc++ iter_deref_return.cc
TYPED_TEST_CASE(iterators_of_each_form_of_element, Engine, engines) {
  check_iterators_of_each_form<Engine, int>();
  check_iterators_of_each_form<Engine, float>();
  check_iterators_of_each_form<Engine, std::string>();
  check_iterators_of_each_form<Engine, std::unique_ptr<int>>();
  check_iterator<Engine, const int>();
}

// MSVC swaps the generator with another at every step of each of its loops
TYPED_TEST_CASE(swapped_at_every_step_of_a_loop, Engine, engines) {
  auto g = numbers<Engine>(5), other = numbers<Engine>(100);
  other.next();
  int expected = 0;
  for (int i : g) {
    BOOST_TEST(i == expected++);
    swap(g, other);
  }
  BOOST_TEST(expected == 5);
  BOOST_CHECK(other.state() == generator_state::closed);
  BOOST_TEST(*g.next() == 1);
}

// libstdc++ pr118196.cc
TYPED_TEST_CASE(one_not_started_is_assigned_over_another, Engine, engines) {
  auto g = numbers<Engine>(1);
  auto other = numbers<Engine>(5);
  g = std::move(other);
  BOOST_CHECK(g.state() == generator_state::created);
  CHECK_YIELDS(g, std::vector<int>{0, 1, 2, 3, 4});
  BOOST_CHECK(other.begin() == other.end());
}

// cppcoro's "usage in standard algorithms"
TYPED_TEST_CASE(two_generators_are_compared_by_an_algorithm, Engine, engines) {
  auto a = numbers<Engine>(25), b = numbers<Engine>(25), c = numbers<Engine>(25),
       d = numbers<Engine>(295);
  BOOST_TEST(std::equal(a.begin(), a.end(), b.begin(), b.end()));
  BOOST_TEST(!std::equal(c.begin(), c.end(), d.begin(), d.end()));
}

#if HAS_STD_RANGES

template <class Generator, class Value, class Reference, class RvalueReference>
constexpr bool has_range_types() {
  static_assert(std::ranges::input_range<Generator> && std::ranges::common_range<Generator>);
  static_assert(!std::ranges::forward_range<Generator> && !std::ranges::borrowed_range<Generator>);
  static_assert(std::same_as<std::ranges::range_value_t<Generator>, Value>);
  static_assert(std::same_as<std::ranges::range_difference_t<Generator>, std::ptrdiff_t>);
  static_assert(std::same_as<std::ranges::range_reference_t<Generator>, Reference>);
  static_assert(std::same_as<std::ranges::range_rvalue_reference_t<Generator>, RvalueReference>);
  return true;
}

// MSVC's static_checks; libc++ generator.compile.pass.cpp
TYPED_TEST_CASE(associated_types_of_the_range, Engine, engines) {
  static_assert(has_range_types<generator_on<Engine, int>, int, int&, int&&>());
  static_assert(has_range_types<generator_on<Engine, int&>, int, int&, int&&>());
  static_assert(has_range_types<generator_on<Engine, const int&>, int, const int&, const int&&>());
  static_assert(has_range_types<generator_on<Engine, int&&>, int, int&&, int&&>());
  static_assert(
      has_range_types<generator_on<Engine, const int&&>, int, const int&&, const int&&>());
  BOOST_TEST(true);
}

template <class Engine>
generator_on<Engine, int> endless(int from) {
  return [from](yielder_on<Engine, int>& yield) {
    for (int i = from;; ++i) yield(i);
  };
}

// MSVC's f() and ints(), libc++ generator.pass.cpp, tl::generator's iota
TYPED_TEST_CASE(the_first_few_of_an_endless_one, Engine, engines) {
  auto g = endless<Engine>(0);
  std::vector<int> seen;
  for (int i : g | std::views::take(3)) seen.push_back(i);
  BOOST_TEST(seen == (std::vector<int>{0, 1, 2}), boost::test_tools::per_element());
#if __cpp_lib_ranges >= 202110L
  seen.clear();
  for (int i : endless<Engine>(10) | std::views::take(3)) seen.push_back(i);
  BOOST_TEST(seen == (std::vector<int>{10, 11, 12}), boost::test_tools::per_element());
#endif
}

TYPED_TEST_CASE(an_algorithm_of_std_ranges, Engine, engines) {
  BOOST_TEST(std::ranges::equal(numbers<Engine>(6), std::views::iota(0, 6)));
}

#endif
