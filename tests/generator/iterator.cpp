// generator_iterator meets all requirements of Cpp17InputIterator and of C++20's input_iterator.
#include "support/counted.hpp"
#include "support/engines.hpp"
#include "support/ranges.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <type_traits>
#include <vector>

template <class Engine, class Yield>
using iterator_on = typename generator_on<Engine, Yield>::iterator;

struct immovable {
  explicit immovable(int v) : value(v) {}
  immovable(const immovable&) = delete;
  immovable& operator=(const immovable&) = delete;
  int value;
};

template <class Iterator, class Value, class Reference>
constexpr bool has_traits() {
  using traits = std::iterator_traits<Iterator>;
  return std::is_same<typename traits::value_type, Value>::value &&
         std::is_same<typename traits::reference, Reference>::value &&
         std::is_same<typename traits::pointer, std::remove_reference_t<Reference>*>::value &&
         std::is_same<typename traits::difference_type, std::ptrdiff_t>::value &&
         std::is_same<typename traits::iterator_category, std::input_iterator_tag>::value;
}

TYPED_TEST_CASE(iterator_traits, Engine, engines) {
  static_assert(has_traits<iterator_on<Engine, int>, int, int&>(), "");
  static_assert(has_traits<iterator_on<Engine, int&>, int, int&>(), "");
  static_assert(
      has_traits<iterator_on<Engine, const std::string&>, std::string, const std::string&>(), "");
  static_assert(has_traits<iterator_on<Engine, int&&>, int, int&&>(), "");
  static_assert(has_traits<iterator_on<Engine, std::unique_ptr<int>>, std::unique_ptr<int>,
                           std::unique_ptr<int>&>(),
                "");
  BOOST_TEST(true);
}

TYPED_TEST_CASE(one_pointer_wide_and_cheap_to_copy, Engine, engines) {
  using iterator = iterator_on<Engine, int>;
  static_assert(sizeof(iterator) == sizeof(void*), "");
  static_assert(std::is_trivially_copyable<iterator>::value &&
                    std::is_nothrow_default_constructible<iterator>::value,
                "");
  static_assert(std::is_same<decltype(std::declval<generator_on<Engine, int>&>().begin()),
                             decltype(std::declval<generator_on<Engine, int>&>().end())>::value,
                "C++14's range-for wants one type");
  BOOST_TEST(true);
}

#if HAS_STD_RANGES
TYPED_TEST_CASE(concepts_of_cpp20, Engine, engines) {
  static_assert(std::input_iterator<iterator_on<Engine, int>>);
  static_assert(std::input_iterator<iterator_on<Engine, int&>>);
  static_assert(std::input_iterator<iterator_on<Engine, const std::string&>>);
  static_assert(std::input_iterator<iterator_on<Engine, int&&>>);
  static_assert(std::input_iterator<iterator_on<Engine, std::unique_ptr<int>>>);
  static_assert(std::input_iterator<iterator_on<Engine, immovable>>);
  static_assert(std::input_iterator<iterator_on<Engine, std::vector<bool>::reference>>);
  static_assert(!std::forward_iterator<iterator_on<Engine, int>>);
  static_assert(std::sentinel_for<iterator_on<Engine, int>, iterator_on<Engine, int>>);
  static_assert(std::ranges::input_range<generator_on<Engine, int>> &&
                std::ranges::common_range<generator_on<Engine, int>>);
  static_assert(!std::ranges::range<generator_on<Engine, void>>);
  static_assert(!std::ranges::view<generator_on<Engine, int>>,
                "a view of it is made by the standard's pipes: ref_view or owning_view");
  auto g = numbers<Engine>(10);
  int sum = 0;
  for (int square : g | std::views::filter([](int i) { return i % 2; }) |
                        std::views::transform([](int i) { return i * i; }))
    sum += square;
  BOOST_TEST(sum == 1 + 9 + 25 + 49 + 81);
}
#endif

TYPED_TEST_CASE(reading_does_not_advance, Engine, engines) {
  auto g = numbers<Engine>(3);
  auto it = g.begin();
  BOOST_TEST(*it == 0);
  BOOST_TEST(*it == 0);
  BOOST_TEST(*++it == 1);
  BOOST_TEST(*it == 1);
}

TYPED_TEST_CASE(arrow_reaches_members, Engine, engines) {
  generator_on<Engine, std::string> g = [](yielder_on<Engine, std::string>& yield) {
    yield("four");
  };
  BOOST_TEST(g.begin()->size() == 4u);
}

TYPED_TEST_CASE(copies_agree_on_the_end, Engine, engines) {
  auto g = numbers<Engine>(2);
  auto it = g.begin();
  const auto copy = it;
  BOOST_CHECK(it == copy);
  BOOST_CHECK(it != g.end());
  ++it;
  ++it;
  BOOST_CHECK(it == g.end());
  BOOST_CHECK(copy == g.end());
  BOOST_CHECK(it == copy);
  BOOST_CHECK(decltype(it)() == g.end());
}

TYPED_TEST_CASE(iterators_of_different_generators_differ_until_both_end, Engine, engines) {
  auto a = numbers<Engine>(1), b = numbers<Engine>(1);
  auto first = a.begin(), second = b.begin();
  BOOST_CHECK(first != second);
  ++first;
  BOOST_CHECK(first != second);
  ++second;
  BOOST_CHECK(first == second);
}

TYPED_TEST_CASE(incremented_after_next_it_goes_on_from_there, Engine, engines) {
  auto g = numbers<Engine>(4);
  auto it = g.begin();
  BOOST_TEST(*g.next() == 1);
  BOOST_TEST(*++it == 2);
  g.next();
  BOOST_TEST(!g.next());
  BOOST_CHECK(it == g.end());
  ++it;
  BOOST_CHECK(it == g.end());
}

TYPED_TEST_CASE(post_increment_gives_the_element_before, Engine, engines) {
  auto g = numbers<Engine>(3);
  auto it = g.begin();
  BOOST_TEST(*it++ == 0);
  const int one = *it++;
  BOOST_TEST(one == 1);
  BOOST_TEST(*it == 2);
  (void)it++;
  BOOST_CHECK(it == g.end());
}

TYPED_TEST_CASE(post_increment_moves_a_move_only_element_out, Engine, engines) {
  generator_on<Engine, std::unique_ptr<int>> g =
      [](yielder_on<Engine, std::unique_ptr<int>>& yield) {
        for (int i = 0; i < 2; ++i) yield(std::make_unique<int>(i));
      };
  auto it = g.begin();
  std::unique_ptr<int> first = *it++;
  BOOST_TEST(*first == 0);
  BOOST_TEST(**it == 1);
}

TYPED_TEST_CASE(post_increment_moves_from_T_and_rvalues_and_copies_from_lvalue_references, Engine,
                engines) {
  operations log;
  counted object(log, 1);
  generator_on<Engine, counted> by_value = [&](yielder_on<Engine, counted>& yield) {
    yield(counted(log, 1));
  };
  auto value = by_value.begin();
  BOOST_TEST((*value++).value() == 1);
  generator_on<Engine, counted&&> by_rvalue = [&](yielder_on<Engine, counted&&>& yield) {
    yield(counted(log, 2));
  };
  auto rvalue = by_rvalue.begin();
  BOOST_TEST((*rvalue++).value() == 2);
  BOOST_TEST(log.copies == 0);
  generator_on<Engine, const counted&> by_reference =
      [&](yielder_on<Engine, const counted&>& yield) { yield(object); };
  auto reference = by_reference.begin();
  BOOST_TEST((*reference++).value() == 1);
  BOOST_TEST(log.copies == 1);
  BOOST_TEST(object.value() == 1);
}

TYPED_TEST_CASE(post_increment_returns_nothing_where_the_value_cannot_be_made, Engine, engines) {
  static_assert(std::is_void<decltype(std::declval<iterator_on<Engine, immovable>&>()++)>::value,
                "");
  static_assert(
      std::is_void<decltype(std::declval<iterator_on<Engine, std::unique_ptr<int>&>&>()++)>::value,
      "");
  generator_on<Engine, immovable> g = [](yielder_on<Engine, immovable>& yield) {
    yield(immovable(1));
    yield(immovable(2));
  };
  auto it = g.begin();
  it++;
  BOOST_TEST(it->value == 2);
}

TYPED_TEST_CASE(algorithms_and_constructors_take_it, Engine, engines) {
  auto a = numbers<Engine>(5);
  BOOST_TEST(std::accumulate(a.begin(), a.end(), 0) == 10);
  auto b = numbers<Engine>(5);
  BOOST_TEST(*std::find_if(b.begin(), b.end(), [](int i) { return i > 2; }) == 3);
  BOOST_TEST(*b.next() == 4);
  auto c = numbers<Engine>(5), d = numbers<Engine>(3);
  std::vector<int> merged;
  std::merge(c.begin(), c.end(), d.begin(), d.end(), std::back_inserter(merged));
  BOOST_TEST(merged == (std::vector<int>{0, 0, 1, 1, 2, 2, 3, 4}),
             boost::test_tools::per_element());
  generator_on<Engine, std::unique_ptr<int>> e =
      [](yielder_on<Engine, std::unique_ptr<int>>& yield) { yield(std::make_unique<int>(7)); };
  std::vector<std::unique_ptr<int>> owned(std::make_move_iterator(e.begin()),
                                          std::make_move_iterator(e.end()));
  BOOST_TEST(*owned.at(0) == 7);
}
