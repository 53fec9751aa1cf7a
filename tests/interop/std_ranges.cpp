// Generators and C++20's ranges, and what C++23 adds to them.
#include "support/engines.hpp"
#include "support/ranges.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/consumer.hpp>
#include <deepyield/shared_generator.hpp>

#include <boost/test/unit_test.hpp>

#if HAS_STD_RANGES

#include <algorithm>
#include <concepts>
#include <functional>
#include <iterator>
#include <memory>
#include <ranges>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#define HAS_OWNING_VIEW \
  (__cpp_lib_ranges >= 202110L)  // for pipes that begin with a move-only rvalue

using boost::test_tools::per_element;
namespace ranges = std::ranges;
namespace views = std::views;

template <class Engine, class Yield>
using shared_on = deepyield::shared_generator<Yield, void, void, Engine>;

template <class Engine, class Value>
generator_on<Engine, Value> elements_of(std::vector<Value> values) {
  return [values = std::move(values)](yielder_on<Engine, Value>& yield) { yield.from(values); };
}

// Whether Range is a common, single-pass input range with this reference type.
template <class Range, class Reference>
constexpr bool gives() {
  return ranges::input_range<Range> && !ranges::forward_range<Range> &&
         ranges::common_range<Range> && !ranges::borrowed_range<Range> &&
         !ranges::sized_range<Range> && std::same_as<ranges::range_reference_t<Range>, Reference> &&
         std::same_as<ranges::range_value_t<Range>, std::remove_cvref_t<Reference>>;
}

template <class Engine, class Yield, class Reference>
constexpr bool is_at_home() {
  using generator = generator_on<Engine, Yield>;
  using shared = shared_on<Engine, Yield>;
  return gives<generator, Reference>() && !ranges::view<generator> &&
         ranges::viewable_range<generator&> &&
         ranges::viewable_range<generator> == HAS_OWNING_VIEW && gives<shared, Reference>() &&
         ranges::view<shared> && ranges::viewable_range<shared> && gives<const shared, Reference>();
}

struct immovable {
  immovable() = default;
  immovable(const immovable&) = delete;
};

TYPED_TEST_CASE(a_generator_is_an_input_range_and_no_view_and_a_shared_one_is_a_view, Engine,
                engines) {
  static_assert(is_at_home<Engine, int, int&>());
  static_assert(is_at_home<Engine, int&, int&>());
  static_assert(is_at_home<Engine, const std::string&, const std::string&>());
  static_assert(is_at_home<Engine, std::string&&, std::string&&>());
  static_assert(is_at_home<Engine, std::unique_ptr<int>, std::unique_ptr<int>&>());
  static_assert(is_at_home<Engine, immovable, immovable&>());
  static_assert(is_at_home<Engine, std::pair<int, std::string>, std::pair<int, std::string>&>());
  static_assert(!ranges::range<generator_on<Engine, void>> &&
                !ranges::range<shared_on<Engine, void>> && !ranges::view<shared_on<Engine, void>>);
  static_assert(!ranges::range<const generator_on<Engine, int>>, "begin() resumes");
  BOOST_TEST(true);
}

TYPED_TEST_CASE(what_writes_and_what_a_consumer_reads_are_at_home_too, Engine, engines) {
  static_assert(
      std::output_iterator<decltype(std::declval<yielder_on<Engine, int>&>().out()), int>);
  static_assert(
      std::output_iterator<decltype(std::declval<deepyield::consumer<int, void, Engine>&>().out()),
                           int>);
  static_assert(gives<deepyield::source<int, Engine>, int&>() &&
                !ranges::view<deepyield::source<int, Engine>>);
  BOOST_TEST(true);
}

template <class Range>
auto collected(Range&& range) {
  std::vector<ranges::range_value_t<Range>> all;
  for (auto&& element : range) all.push_back(std::forward<decltype(element)>(element));
  return all;
}

// Checks that a pipe gives the same for a vector as for generators: an lvalue, an rvalue and a
// shared one.
template <class Engine, class Value, class Pipe>
void gives_the_same_on_generators(const char* name, const std::vector<Value>& values, Pipe pipe) {
  BOOST_TEST_CONTEXT(name) {
    std::vector<Value> copy = values;
    const auto expected = collected(pipe(copy));
    auto g = elements_of<Engine>(values);
    BOOST_TEST((collected(pipe(g)) == expected));
#if HAS_OWNING_VIEW
    BOOST_TEST((collected(pipe(elements_of<Engine>(values))) == expected));
#endif
    BOOST_TEST((collected(pipe(deepyield::share(elements_of<Engine>(values)))) == expected));
  }
}

#define VIEW(values, ...)                                                       \
  gives_the_same_on_generators<Engine>(#__VA_ARGS__, values, [](auto&& range) { \
    return std::forward<decltype(range)>(range) | __VA_ARGS__;                  \
  })

const std::vector<int> odd_and_even{1, 2, 2, 3, 4, 4, 5, 6, 7};
const std::vector<std::vector<int>> nested{{}, {1, 2}, {}, {3}, {}};
const std::vector<std::pair<int, std::string>> pairs{{1, "one"}, {2, "two"}};

constexpr auto odd = [](int i) { return i % 2 == 1; };
constexpr auto small = [](int i) { return i < 4; };
constexpr auto squared = [](int i) { return i * i; };

TYPED_TEST_CASE(views_of_cpp20, Engine, engines) {
  VIEW(odd_and_even, views::all);
  VIEW(odd_and_even, views::common);
  VIEW(odd_and_even, views::filter(odd));
  VIEW(odd_and_even, views::transform(squared));
  VIEW(odd_and_even, views::take(0));
  VIEW(odd_and_even, views::take(4));
  VIEW(odd_and_even, views::take(40));
  VIEW(odd_and_even, views::take_while(small));
  VIEW(odd_and_even, views::drop(4));
  VIEW(odd_and_even, views::drop_while(small));
  VIEW(odd_and_even,
       views::filter(odd) | views::transform(squared) | views::drop(1) | views::take(2));
  VIEW(nested, views::join);
  VIEW(pairs, views::keys);
  VIEW(pairs, views::values);
#if HAS_OWNING_VIEW
  VIEW(odd_and_even, views::lazy_split(3) | views::transform([](auto&& part) {
                       return static_cast<int>(ranges::distance(part));
                     }));
#endif
}

#if __cplusplus > 202002L
TYPED_TEST_CASE(views_of_cpp23, Engine, engines) {
#if defined(__cpp_lib_ranges_as_rvalue)
  VIEW(pairs, views::as_rvalue);
#endif
#if defined(__cpp_lib_ranges_enumerate)
  VIEW(odd_and_even, views::enumerate);
#endif
#if defined(__cpp_lib_ranges_chunk)
  VIEW(odd_and_even, views::chunk(4) | views::transform([](auto&& part) {
                       return static_cast<int>(ranges::distance(part));
                     }));
#endif
#if defined(__cpp_lib_ranges_stride)
  VIEW(odd_and_even, views::stride(2));
#endif
#if defined(__cpp_lib_ranges_join_with)
  VIEW(nested, views::join_with(7));
#endif
#if defined(__cpp_lib_ranges_cartesian_product)
  auto first = numbers<Engine>(3);  // the first range is read once
  int products = 0;
  for (auto [a, b] : views::cartesian_product(first, odd_and_even)) products += a * b;
  BOOST_TEST(products == (0 + 1 + 2) * ranges::fold_left(odd_and_even, 0, std::plus<>()));
#endif
#if defined(__cpp_lib_ranges_zip)
  auto left = numbers<Engine>(3), right = numbers<Engine>(4);
  int sum = 0;
  for (auto [a, b] : views::zip(left, right)) sum += a * b;
  BOOST_TEST(sum == 0 + 1 + 4);
  auto before = numbers<Engine>(3), after = numbers<Engine>(3);
  sum = 0;
  for (int product : views::zip_transform(std::multiplies<>(), before, after)) sum += product;
  BOOST_TEST(sum == 0 + 1 + 4);
#endif
  BOOST_TEST(true);
}
#endif

TYPED_TEST_CASE(a_generator_of_generators_is_joined, Engine, engines) {
  using inner = generator_on<Engine, int>;
  generator_on<Engine, inner> g = [](yielder_on<Engine, inner>& yield) {
    for (int i = 0; i < 4; ++i) yield(numbers<Engine>(i));
  };
  BOOST_TEST(collected(g | views::join) == (std::vector<int>{0, 0, 1, 0, 1, 2}), per_element());
}

TYPED_TEST_CASE(move_only_elements_pass_through_pipes, Engine, engines) {
  using owned = std::unique_ptr<int>;
  generator_on<Engine, owned> g = [](yielder_on<Engine, owned>& yield) {
    for (int i = 0; i < 4; ++i) yield(std::make_unique<int>(i));
  };
  std::vector<owned> taken;
  for (owned& element : g | views::filter([](const owned& i) { return odd(*i); }))
    taken.push_back(std::move(element));
  BOOST_REQUIRE(taken.size() == 2u);
  BOOST_TEST(*taken[1] == 3);
}

TYPED_TEST_CASE(a_predicate_that_takes_its_argument_by_value_robs_no_element, Engine, engines) {
  const std::string word = "longer than what a string keeps within itself";
  const auto by_value = [](std::string s) { return !s.empty(); };
  generator_on<Engine, std::string> g = [&](yielder_on<Engine, std::string>& yield) {
    yield(word), yield(std::string(word));
  };
  for (std::string& element : g | views::filter(by_value) | views::drop_while([](std::string s) {
                                return s.empty();
                              }) | views::take_while(by_value))
    BOOST_TEST(element == word);
}

TYPED_TEST_CASE(a_pipe_takes_no_more_of_an_lvalue_than_it_gives, Engine, engines) {
  auto g = numbers<Engine>(10);
  ranges::for_each(g | views::filter(odd) | views::transform(squared), [](int) {});
  BOOST_TEST((g.state() == deepyield::generator_state::closed));
  auto h = numbers<Engine>(10);
  for (int i : h | views::take_while([](int n) { return n != 4; })) BOOST_TEST(i < 4);
  BOOST_TEST(*h.next() == 5);
}

// As gives_the_same_on_generators, for algorithms on two sorted ranges.
template <class Engine, class Algorithm>
void algorithm_finds_the_same(const char* name, Algorithm algorithm) {
  const std::vector<int> others{2, 3, 3, 8};
  std::vector<long> expected, found, found_in_rvalues;
  algorithm(odd_and_even, others, std::back_inserter(expected));
  auto a = elements_of<Engine>(odd_and_even), b = elements_of<Engine>(others);
  algorithm(a, b, std::back_inserter(found));
  algorithm(elements_of<Engine>(odd_and_even), elements_of<Engine>(others),
            std::back_inserter(found_in_rvalues));
  BOOST_TEST_CONTEXT(name) {
    BOOST_TEST(found == expected, per_element());
    BOOST_TEST(found_in_rvalues == expected, per_element());
  }
}

// A statement that reads the ranges a and b, and writes its results to `out`.
#define ALGORITHM(...)                                                              \
  algorithm_finds_the_same<Engine>(#__VA_ARGS__, [](auto&& a, auto&& b, auto out) { \
    (void)a, (void)b, (void)out;                                                    \
    __VA_ARGS__;                                                                    \
  })

TYPED_TEST_CASE(algorithms_on_ranges, Engine, engines) {
  ALGORITHM(*out++ = *ranges::find(a, 3); *out++ = ranges::distance(b));
  ALGORITHM(*out++ = *ranges::find_if(a, small));
  ALGORITHM(*out++ = *ranges::find_if_not(a, small));
  ALGORITHM(*out++ = *ranges::find_first_of(a, nested[1]));
  ALGORITHM(*out++ = ranges::count(a, 4, squared); *out++ = ranges::count_if(b, odd));
  ALGORITHM(*out++ = ranges::all_of(a, small); *out++ = ranges::any_of(b, odd));
  ALGORITHM(*out++ = ranges::none_of(a, odd, squared));
  ALGORITHM(ranges::for_each(a, [&](int i) { *out++ = i; }));
  ALGORITHM(*out++ = *ranges::mismatch(a, b).in1);
  ALGORITHM(*out++ = ranges::equal(a, b));
  ALGORITHM(*out++ = ranges::is_partitioned(a, small));
  ALGORITHM(*out++ = ranges::includes(a, b));
  ALGORITHM(*out++ = ranges::lexicographical_compare(a, b));
  ALGORITHM(*out++ = ranges::min(a); *out++ = ranges::max(b));
  ALGORITHM(*out++ = ranges::minmax(a).max);
  ALGORITHM(ranges::copy(a, out));
  ALGORITHM(ranges::copy_if(a, out, odd));
  ALGORITHM(ranges::move(a, out));
  ALGORITHM(ranges::transform(a, out, squared));
  ALGORITHM(ranges::transform(a, b, out, std::multiplies<>()));
  ALGORITHM(ranges::remove_copy(a, out, 2));
  ALGORITHM(ranges::remove_copy_if(a, out, odd));
  ALGORITHM(ranges::replace_copy(a, out, 2, 9));
  ALGORITHM(ranges::replace_copy_if(a, out, odd, 9));
  ALGORITHM(ranges::unique_copy(a, out));
  ALGORITHM(long even[9]; ranges::partition_copy(a, out, even, odd));
  ALGORITHM(std::vector<long> least(2); ranges::partial_sort_copy(a, least);
            ranges::copy(least, out));
  ALGORITHM(ranges::merge(a, b, out));
  ALGORITHM(ranges::set_union(a, b, out));
  ALGORITHM(ranges::set_intersection(a, b, out));
  ALGORITHM(ranges::set_difference(a, b, out));
  ALGORITHM(ranges::set_symmetric_difference(a, b, out));
#if defined(__cpp_lib_ranges_starts_ends_with)
  ALGORITHM(*out++ = ranges::starts_with(a, b));
#endif
#if defined(__cpp_lib_ranges_contains)
  ALGORITHM(*out++ = ranges::contains(a, 7));
#endif
#if defined(__cpp_lib_ranges_fold)
  ALGORITHM(*out++ = ranges::fold_left(a, 0, std::plus<>()));
#endif
#if defined(__cpp_lib_ranges_to_container)
  ALGORITHM(ranges::copy(ranges::to<std::vector>(a), out));
  ALGORITHM(ranges::copy(a | views::filter(odd) | ranges::to<std::vector<long>>(), out));
#endif
}

TYPED_TEST_CASE(what_is_found_in_a_temporary_dangles_and_says_so, Engine, engines) {
  static_assert(std::same_as<decltype(ranges::find(numbers<Engine>(3), 1)), ranges::dangling>);
  BOOST_TEST(true);
}

TYPED_TEST_CASE(algorithms_write_a_generator, Engine, engines) {
  generator_on<Engine, int> g = [](yielder_on<Engine, int>& yield) {
    ranges::set_union(odd_and_even, nested[1], yield.out());
    ranges::copy(views::iota(10, 12) | views::transform(squared), yield.out());
  };
  BOOST_TEST(collected(g) == (std::vector<int>{1, 2, 2, 3, 4, 4, 5, 6, 7, 100, 121}),
             per_element());
}

#else

BOOST_AUTO_TEST_CASE(the_standard_library_has_no_ranges) { BOOST_TEST(true); }

#endif
