// Generators and range-v3: the views and algorithms that take single-pass ranges, on lvalues and on
// shared handles.
#include "support/engines.hpp"

#include <deepyield/range_v3.hpp>

#include <boost/test/unit_test.hpp>

#include <range/v3/all.hpp>

#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace views = ranges::views;
using boost::test_tools::per_element;
using deepyield::generator;
using deepyield::yielder;
// one engine is enough: the iterators are the same for all, and range-v3 is slow to compile
using engine = deepyield::default_engine;

template <class Value>
generator<Value> elements_of(std::vector<Value> values) {
  return [values = std::move(values)](yielder<Value>& yield) { yield.from(values); };
}

bool odd(int i) { return i % 2 == 1; }
bool small(int i) { return i < 4; }
int squared(int i) { return i * i; }
const auto both = [](auto&& pair) { return 10 * static_cast<int>(pair.first) + pair.second; };

std::vector<int> ones_and_more{1, 1, 2, 3, 3, 3, 4, 5, 5};
const std::vector<std::vector<int>> nested{{}, {1, 2}, {}, {3}, {}};
const std::vector<std::pair<int, std::string>> pairs{{1, "one"}, {2, "two"}};

BOOST_AUTO_TEST_CASE(a_generator_is_an_input_range_and_no_view_and_a_shared_one_is_a_view) {
  using shared = deepyield::shared_generator<int>;
  static_assert(ranges::input_range<generator<int>> && !ranges::forward_range<generator<int>> &&
                    ranges::common_range<generator<int>>,
                "");
  static_assert(ranges::input_range<generator<const std::string&>> &&
                    ranges::input_range<generator<std::unique_ptr<int>>>,
                "");
  static_assert(!ranges::view_<generator<int>> && ranges::viewable_range<generator<int>&>, "");
  static_assert(
      ranges::input_range<shared> && ranges::view_<shared> && ranges::viewable_range<shared>, "");
  static_assert(ranges::output_iterator<decltype(std::declval<yielder<int>&>().out()), int>, "");
  BOOST_TEST(true);
}

template <class Range>
auto collected(Range&& range) {
  std::vector<ranges::range_value_t<Range>> all;
  RANGES_FOR(auto&& element, range) all.push_back(std::forward<decltype(element)>(element));
  return all;
}

// Checks that a pipe gives the same for a generator as for a vector.
template <class Value, class Pipe>
void gives_the_same_on_generators(const char* name, std::vector<Value> values, Pipe pipe) {
  auto g = elements_of(values);
  const auto on_generator = collected(pipe(g));
  const auto expected = collected(pipe(values));
  BOOST_TEST_CONTEXT(name) BOOST_TEST((on_generator == expected));
}

#define VIEW(values, ...)                                               \
  gives_the_same_on_generators(#__VA_ARGS__, values, [](auto&& range) { \
    return std::forward<decltype(range)>(range) | __VA_ARGS__;          \
  })

BOOST_AUTO_TEST_CASE(views_of_elements) {
  static int numbers[] = {7, 8};
  VIEW(ones_and_more, views::all);
  VIEW(ones_and_more, views::common);
  VIEW(ones_and_more, views::const_);
  VIEW(ones_and_more, views::cache1);
  VIEW(ones_and_more, views::move);
  VIEW(ones_and_more, views::transform(squared));
  VIEW(ones_and_more, views::transform(squared) | views::cache1 | views::filter(odd));
  VIEW(ones_and_more, views::replace(3, 9));
  VIEW(ones_and_more, views::replace_if(odd, 9));
  VIEW(ones_and_more, views::partial_sum);
  VIEW(ones_and_more, views::exclusive_scan(10));
  VIEW(ones_and_more, views::enumerate | views::transform(both));
  VIEW((std::vector<int*>{numbers + 1, numbers}), views::indirect);
  VIEW(pairs, views::keys);
  VIEW(pairs, views::values);
}

BOOST_AUTO_TEST_CASE(views_that_leave_elements_out_or_put_some_in) {
  VIEW(ones_and_more, views::filter(odd));
  VIEW(ones_and_more, views::remove(3));
  VIEW(ones_and_more, views::remove_if(odd));
  VIEW(ones_and_more, views::take(4));
  VIEW(ones_and_more, views::take_exactly(4));
  VIEW(ones_and_more, views::take_while(small));
  VIEW(ones_and_more, views::delimit(4));
  VIEW(ones_and_more, views::drop(4));
  VIEW(ones_and_more, views::drop_exactly(4));
  VIEW(ones_and_more, views::drop_while(small));
  VIEW(ones_and_more, views::tail);
  VIEW(ones_and_more, views::slice(2, 5));
  VIEW(ones_and_more, views::stride(2));
  VIEW(ones_and_more, views::intersperse(0));
  VIEW(ones_and_more,
       views::drop(1) | views::filter(odd) | views::transform(squared) | views::take(3));
}

BOOST_AUTO_TEST_CASE(views_of_several_ranges) {
  VIEW(nested, views::join);
  VIEW(ones_and_more,
       views::chunk(4) | views::transform([](auto&& part) { return ranges::accumulate(part, 0); }));
  VIEW(ones_and_more, views::for_each([](int i) { return ranges::yield_if(odd(i), i); }));
#define OF_SEVERAL(...)                                     \
  gives_the_same_on_generators(#__VA_ARGS__, ones_and_more, \
                               [](auto&& range) { return __VA_ARGS__; })
#define RANGE std::forward<decltype(range)>(range)
  OF_SEVERAL(views::zip(RANGE, ones_and_more) | views::transform(both));
  OF_SEVERAL(views::zip_with(std::plus<>(), RANGE, ones_and_more));
  OF_SEVERAL(views::concat(RANGE, ones_and_more));
  OF_SEVERAL(views::set_union(RANGE, ones_and_more));
  OF_SEVERAL(views::set_difference(RANGE, views::ints(2, 4)));
}

BOOST_AUTO_TEST_CASE(a_view_of_a_shared_generator_keeps_it) {
  const auto shared = [] { return deepyield::share(numbers<engine>(6)); };
  BOOST_TEST(collected(shared() | views::filter(odd) | views::transform(squared)) ==
                 (std::vector<int>{1, 9, 25}),
             per_element());
  BOOST_TEST(collected(shared() | views::drop(1) | views::take_while(small) | views::common) ==
                 (std::vector<int>{1, 2, 3}),
             per_element());
  BOOST_TEST(collected(views::concat(shared(), shared()) | views::stride(4)) ==
                 (std::vector<int>{0, 4, 2}),
             per_element());
}

BOOST_AUTO_TEST_CASE(two_generators_are_zipped) {
  auto a = numbers<engine>(3), b = numbers<engine>(5);
  BOOST_TEST(collected(views::zip_with(std::multiplies<>(), a, b)) == (std::vector<int>{0, 1, 4}),
             per_element());
}

// In C++14, range-for needs begin() and end() of one type. Views with their own sentinel do not
// have that.
BOOST_AUTO_TEST_CASE(range_for_needs_common_in_cpp14) {
  auto g = numbers<engine>(9);
  using few = decltype(g | views::take_while(small));
  static_assert(!std::is_same<decltype(ranges::begin(std::declval<few&>())),
                              decltype(ranges::end(std::declval<few&>()))>::value,
                "");
  std::vector<int> taken;
  for (int i : g | views::take_while(small) | views::common) taken.push_back(i);
  BOOST_TEST(taken == (std::vector<int>{0, 1, 2, 3}), per_element());
#if __cplusplus >= 201703L
  auto h = numbers<engine>(9);
  taken.clear();
  for (int i : h | views::take_while(small)) taken.push_back(i);
  BOOST_TEST(taken == (std::vector<int>{0, 1, 2, 3}), per_element());
#endif
}

BOOST_AUTO_TEST_CASE(move_only_elements_pass_through_pipes) {
  generator<std::unique_ptr<int>> g = [](yielder<std::unique_ptr<int>>& yield) {
    for (int i = 0; i < 4; ++i) yield(std::make_unique<int>(i));
  };
  const auto taken = g | views::filter([](const std::unique_ptr<int>& i) { return odd(*i); }) |
                     views::move | ranges::to<std::vector>();
  BOOST_REQUIRE(taken.size() == 2u);
  BOOST_TEST(*taken[1] == 3);
}

BOOST_AUTO_TEST_CASE(a_predicate_that_takes_its_argument_by_value_robs_no_element) {
  const std::string word = "longer than what a string keeps within itself";
  auto g = elements_of(std::vector<std::string>{word, word});
  BOOST_TEST(collected(g | views::filter([](std::string s) { return !s.empty(); })) ==
                 (std::vector<std::string>{word, word}),
             per_element());
}

// A statement that reads the sorted ranges a and b, and writes its results to `out`.
template <class Algorithm>
void finds_the_same_on_generators(const char* name, Algorithm algorithm) {
  const std::vector<int> others{1, 3, 8};
  std::vector<long> expected, found;
  algorithm(ones_and_more, others, ranges::back_inserter(expected));
  auto a = elements_of(ones_and_more), b = elements_of(others);
  algorithm(a, b, ranges::back_inserter(found));
  BOOST_TEST_CONTEXT(name) BOOST_TEST(found == expected, per_element());
}

#define ALGORITHM(...)                                                        \
  finds_the_same_on_generators(#__VA_ARGS__, [](auto& a, auto& b, auto out) { \
    (void)a, (void)b, (void)out;                                              \
    __VA_ARGS__;                                                              \
  })

BOOST_AUTO_TEST_CASE(algorithms_of_range_v3) {
  ALGORITHM(ranges::for_each(a, [&](int i) { *out++ = i; }));
  ALGORITHM(*out++ = *ranges::find(a, 3));
  ALGORITHM(*out++ = *ranges::find_if(a, small); *out++ = ranges::distance(b));
  ALGORITHM(*out++ = ranges::count_if(a, odd); *out++ = ranges::all_of(b, small));
  ALGORITHM(*out++ = ranges::equal(a, b));
  ALGORITHM(*out++ = ranges::includes(a, b));
  ALGORITHM(*out++ = ranges::min(a); *out++ = ranges::max(b));
  ALGORITHM(*out++ = ranges::accumulate(a, 0));
  ALGORITHM(*out++ = ranges::inner_product(a, b, 0));
  ALGORITHM(ranges::copy(a, out));
  ALGORITHM(ranges::transform(a, b, out, std::plus<>()));
  ALGORITHM(ranges::unique_copy(a, out));
  ALGORITHM(ranges::merge(a, b, out));
  ALGORITHM(ranges::set_symmetric_difference(a, b, out));
}

BOOST_AUTO_TEST_CASE(a_body_yields_from_views_and_writes_by_algorithms) {
  generator<int> g = [](yielder<int>& yield) {
    yield.from(ones_and_more | views::unique);
    yield.from(deepyield::share(numbers<engine>(9)) | views::take_while(small));
    ranges::copy(views::ints(7, 9), yield.out());
  };
  BOOST_TEST(collected(g) == (std::vector<int>{1, 2, 3, 4, 5, 0, 1, 2, 3, 7, 8}), per_element());
}
