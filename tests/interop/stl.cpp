// Generators with the standard library without ranges: algorithms, containers, output iterators.
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <deque>
#include <forward_list>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <queue>
#include <random>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

template <class Engine, class Value>
generator_on<Engine, Value> elements_of(std::vector<Value> values) {
  return [values = std::move(values)](yielder_on<Engine, Value>& yield) { yield.from(values); };
}

// Move-only numbers: 0, 1, ..., n - 1.
template <class Engine, class Yield>
generator_on<Engine, Yield> owned(int n) {
  return [n](yielder_on<Engine, Yield>& yield) {
    for (int i = 0; i < n; ++i) yield(std::make_unique<int>(i));
  };
}

bool odd(int i) { return i % 2; }
int squared(int i) { return i * i; }
const std::vector<int> wanted{3, 4};

struct case_of_two {
  std::vector<int> a, b;  // both sorted, and b not the longer one
};
const case_of_two cases[] = {
    {{}, {}},
    {{1}, {}},
    {{1}, {1}},
    {{1, 3, 3, 5}, {3, 5}},
    {{1, 2, 2, 3, 4, 4, 5}, {2, 3, 3, 6}},
    {{2, 4, 6}, {1, 3, 5}},
    {{1, 2, 3}, {1, 2, 3}},
};

template <class Engine, class Algorithm>
void gives_the_same_on_generators(const char* name, Algorithm algorithm) {
  for (const case_of_two& each : cases) {
    std::vector<long> expected, found;
    algorithm(each.a.begin(), each.a.end(), each.b.begin(), each.b.end(),
              std::back_inserter(expected));
    auto a = elements_of<Engine>(each.a), b = elements_of<Engine>(each.b);
    algorithm(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(found));
    BOOST_TEST_CONTEXT(name) BOOST_TEST(found == expected, boost::test_tools::per_element());
  }
}

// Statements that read [a, a_end) and [b, b_end), and write their results to `out`. If the result
// is an iterator, they write the elements from there on.
#define ALGORITHM(...)                                                                          \
  gives_the_same_on_generators<Engine>(#__VA_ARGS__,                                            \
                                       [](auto a, auto a_end, auto b, auto b_end, auto out) {   \
                                         (void)a, (void)a_end, (void)b, (void)b_end, (void)out; \
                                         __VA_ARGS__;                                           \
                                       })

TYPED_TEST_CASE(algorithms_that_only_read, Engine, engines) {
  ALGORITHM(*out++ = std::all_of(a, a_end, odd));
  ALGORITHM(*out++ = std::any_of(a, a_end, odd));
  ALGORITHM(*out++ = std::none_of(a, a_end, odd));
  ALGORITHM(std::for_each(a, a_end, [&](int i) { *out++ = i; }));
  ALGORITHM(std::copy(std::find(a, a_end, 3), a_end, out));
  ALGORITHM(std::copy(std::find_if(a, a_end, odd), a_end, out));
  ALGORITHM(std::copy(std::find_if_not(a, a_end, odd), a_end, out));
  ALGORITHM(std::copy(std::find_first_of(a, a_end, wanted.begin(), wanted.end()), a_end, out));
  ALGORITHM(*out++ = std::count(a, a_end, 3));
  ALGORITHM(*out++ = std::count_if(a, a_end, odd));
  ALGORITHM(std::copy(std::mismatch(b, b_end, a).second, a_end, out));
  ALGORITHM(std::copy(std::mismatch(a, a_end, b, b_end).first, a_end, out));
  ALGORITHM(*out++ = std::equal(b, b_end, a));
  ALGORITHM(*out++ = std::equal(a, a_end, b, b_end));
  ALGORITHM(*out++ = std::is_partitioned(a, a_end, odd));
  ALGORITHM(*out++ = std::includes(a, a_end, b, b_end));
  ALGORITHM(*out++ = std::lexicographical_compare(a, a_end, b, b_end));
  ALGORITHM(*out++ = std::distance(a, a_end));
  ALGORITHM(if (a != a_end) std::copy(std::next(a), a_end, out));
}

TYPED_TEST_CASE(algorithms_that_copy, Engine, engines) {
  ALGORITHM(std::copy(a, a_end, out));
  ALGORITHM(std::copy_if(a, a_end, out, odd));
  ALGORITHM(if (a != a_end) std::copy_n(a, 1, out));
  ALGORITHM(std::move(a, a_end, out));
  ALGORITHM(std::transform(a, a_end, out, squared));
  ALGORITHM(std::transform(b, b_end, a, out, std::multiplies<>()));
  ALGORITHM(std::replace_copy(a, a_end, out, 3, 4));
  ALGORITHM(std::replace_copy_if(a, a_end, out, odd, 4));
  ALGORITHM(std::remove_copy(a, a_end, out, 3));
  ALGORITHM(std::remove_copy_if(a, a_end, out, odd));
  ALGORITHM(std::unique_copy(a, a_end, out));
  ALGORITHM(long even[9]; const auto end = std::partition_copy(a, a_end, out, even, odd).second;
            std::copy(even, end, out));
  ALGORITHM(std::vector<long> least(99); std::copy(
                least.begin(), std::partial_sort_copy(a, a_end, least.begin(), least.end()), out));
  ALGORITHM(std::merge(a, a_end, b, b_end, out));
  ALGORITHM(std::set_union(a, a_end, b, b_end, out));
  ALGORITHM(std::set_intersection(a, a_end, b, b_end, out));
  ALGORITHM(std::set_difference(a, a_end, b, b_end, out));
  ALGORITHM(std::set_symmetric_difference(a, a_end, b, b_end, out));
  ALGORITHM(long raw[9]; std::copy(raw, std::uninitialized_copy(a, a_end, raw), out));
  ALGORITHM(long raw[1]; if (a != a_end) std::copy(raw, std::uninitialized_copy_n(a, 1, raw), out));
}

TYPED_TEST_CASE(algorithms_that_reckon, Engine, engines) {
  ALGORITHM(*out++ = std::accumulate(a, a_end, 0));
  ALGORITHM(*out++ = std::inner_product(b, b_end, a, 0));
  ALGORITHM(std::adjacent_difference(a, a_end, out));
  ALGORITHM(std::partial_sum(a, a_end, out));
}

#if __cplusplus >= 201703L
TYPED_TEST_CASE(algorithms_of_cpp17, Engine, engines) {
  ALGORITHM(if (a != a_end) std::for_each_n(a, 1, [&](int i) { *out++ = i; }));
  ALGORITHM(*out++ = std::reduce(a, a_end));
  ALGORITHM(*out++ = std::transform_reduce(a, a_end, 0, std::plus<>(), squared));
  ALGORITHM(*out++ = std::transform_reduce(b, b_end, a, 0));
  ALGORITHM(std::inclusive_scan(a, a_end, out));
  ALGORITHM(std::exclusive_scan(a, a_end, out, 1));
  ALGORITHM(std::transform_inclusive_scan(a, a_end, out, std::plus<>(), squared));
  ALGORITHM(std::transform_exclusive_scan(a, a_end, out, 1, std::plus<>(), squared));
  ALGORITHM(long raw[9]; std::copy(raw, std::uninitialized_move(a, a_end, raw), out));
  // std::sample may pick other elements, in another order, for single-pass iterators. So the test
  // takes a sample of all elements, and sorts it.
  ALGORITHM(long all[99]; const auto end = std::sample(a, a_end, all, 99, std::minstd_rand());
            std::sort(all, end); std::copy(all, end, out));
}
#endif

#if defined(__cpp_lib_three_way_comparison)
TYPED_TEST_CASE(algorithms_of_cpp20, Engine, engines) {
  ALGORITHM(*out++ = std::lexicographical_compare_three_way(a, a_end, b, b_end) < 0);
}
#endif

// Constructs a container from iterators of a vector and from those of a generator, and compares.
template <class Engine, class Container, class Fill>
void is_filled(const std::vector<typename Container::value_type>& values, Fill fill) {
  Container expected, found;
  fill(expected, values.begin(), values.end());
  auto g = elements_of<Engine>(values);
  fill(found, g.begin(), g.end());
  BOOST_TEST(!expected.empty());
  BOOST_TEST((found == expected));
}

const auto constructed = [](auto& container, auto first, auto last) {
  container = std::decay_t<decltype(container)>(first, last);
};
const auto assigned = [](auto& container, auto first, auto last) { container.assign(first, last); };
const auto inserted = [](auto& container, auto first, auto last) { container.insert(first, last); };
const auto inserted_in_the_middle = [](auto& container, auto first, auto last) {
  container.resize(2);
  container.insert(std::next(container.begin()), first, last);
};
const auto inserted_after = [](auto& container, auto first, auto last) {
  container.insert_after(container.before_begin(), first, last);
};

template <class Engine, class Container>
void sequence_is_filled(const std::vector<typename Container::value_type>& values) {
  is_filled<Engine, Container>(values, constructed);
  is_filled<Engine, Container>(values, assigned);
  is_filled<Engine, Container>(values, inserted_in_the_middle);
}

template <class Engine, class Container>
void associative_container_is_filled(const std::vector<typename Container::value_type>& values) {
  is_filled<Engine, Container>(values, constructed);
  is_filled<Engine, Container>(values, inserted);
}

TYPED_TEST_CASE(every_container_is_made_of_a_generator, Engine, engines) {
  sequence_is_filled<Engine, std::vector<int>>({3, 1, 3, 2});
  sequence_is_filled<Engine, std::deque<int>>({3, 1, 3, 2});
  sequence_is_filled<Engine, std::list<int>>({3, 1, 3, 2});
  sequence_is_filled<Engine, std::vector<bool>>({true, false, true});
  sequence_is_filled<Engine, std::string>({'d', 'e', 'e', 'p'});
  is_filled<Engine, std::forward_list<int>>({3, 1, 3, 2}, constructed);
  is_filled<Engine, std::forward_list<int>>({3, 1, 3, 2}, assigned);
  is_filled<Engine, std::forward_list<int>>({3, 1, 3, 2}, inserted_after);
  associative_container_is_filled<Engine, std::set<int>>({3, 1, 3, 2});
  associative_container_is_filled<Engine, std::multiset<int>>({3, 1, 3, 2});
  associative_container_is_filled<Engine, std::unordered_set<int>>({3, 1, 3, 2});
  associative_container_is_filled<Engine, std::unordered_multiset<int>>({3, 1, 3, 2});
  associative_container_is_filled<Engine, std::map<int, char>>({{3, 'a'}, {1, 'b'}, {3, 'c'}});
  associative_container_is_filled<Engine, std::multimap<int, char>>({{3, 'a'}, {1, 'b'}, {3, 'c'}});
  associative_container_is_filled<Engine, std::unordered_map<int, char>>(
      {{3, 'a'}, {1, 'b'}, {3, 'c'}});
  associative_container_is_filled<Engine, std::unordered_multimap<int, char>>(
      {{3, 'a'}, {1, 'b'}, {3, 'c'}});
  auto g = numbers<Engine>(3);
  BOOST_TEST(std::priority_queue<int>(g.begin(), g.end()).top() == 2);
}

template <class Container, class Iterator>
void holds_what_is_owned(Iterator first, Iterator last) {
  const Container container(first, last);
  int expected = 0;
  for (const auto& element : container) BOOST_TEST(*element == expected++);
  BOOST_TEST(expected == 3);
}

template <class Engine, class Container>
void is_filled_by_moving() {
  auto values = owned<Engine, std::unique_ptr<int>>(3);
  holds_what_is_owned<Container>(std::make_move_iterator(values.begin()),
                                 std::make_move_iterator(values.end()));
  auto rvalues = owned<Engine, std::unique_ptr<int>&&>(3);
  holds_what_is_owned<Container>(rvalues.begin(), rvalues.end());
}

TYPED_TEST_CASE(move_only_elements_are_moved_into_containers, Engine, engines) {
  struct by_value {
    bool operator()(const std::unique_ptr<int>& left, const std::unique_ptr<int>& right) const {
      return *left < *right;
    }
  };
  is_filled_by_moving<Engine, std::vector<std::unique_ptr<int>>>();
  is_filled_by_moving<Engine, std::deque<std::unique_ptr<int>>>();
  is_filled_by_moving<Engine, std::list<std::unique_ptr<int>>>();
  is_filled_by_moving<Engine, std::set<std::unique_ptr<int>, by_value>>();
}

TYPED_TEST_CASE(move_only_elements_are_moved_by_algorithms, Engine, engines) {
  auto g = owned<Engine, std::unique_ptr<int>>(3), h = owned<Engine, std::unique_ptr<int>>(3);
  std::vector<std::unique_ptr<int>> moved, chosen;
  std::move(g.begin(), g.end(), std::back_inserter(moved));
  std::copy_if(std::make_move_iterator(h.begin()), std::make_move_iterator(h.end()),
               std::back_inserter(chosen), [](const std::unique_ptr<int>& i) { return *i > 0; });
  BOOST_TEST(*moved.at(2) == 2);
  BOOST_TEST(*chosen.at(0) == 1);
}

template <class Engine>
generator_on<Engine, int> merged(generator_on<Engine, int> a, generator_on<Engine, int> b) {
  return [a = std::move(a), b = std::move(b)](yielder_on<Engine, int>& yield) mutable {
    std::merge(a.begin(), a.end(), b.begin(), b.end(), yield.out());
  };
}

TYPED_TEST_CASE(generators_are_merged_lazily, Engine, engines) {
  auto all = merged<Engine>(
      merged<Engine>(elements_of<Engine, int>({1, 4}), elements_of<Engine, int>({2, 5})),
      elements_of<Engine, int>({0, 3, 6}));
  for (int i = 0; i <= 6; ++i) BOOST_TEST(*all.next() == i);
  BOOST_TEST(!all.next());
}

template <class Engine, class Value, class Body>
void yields(const char* name, const std::vector<Value>& expected, Body write) {
  generator_on<Engine, Value> g = [write](yielder_on<Engine, Value>& yield) { write(yield.out()); };
  BOOST_TEST_CONTEXT(name)
  BOOST_TEST((std::vector<Value>(g.begin(), g.end())) == expected,
             boost::test_tools::per_element());
}

TYPED_TEST_CASE(what_writes_to_an_output_iterator_writes_a_generator, Engine, engines) {
  static const std::vector<int> a{1, 2, 4}, b{2, 3};
  yields<Engine, int>("copy", {1, 2, 4}, [](auto out) { std::copy(a.begin(), a.end(), out); });
  yields<Engine, int>("reverse_copy", {4, 2, 1},
                      [](auto out) { std::reverse_copy(a.begin(), a.end(), out); });
  yields<Engine, int>("transform", {1, 4, 16},
                      [](auto out) { std::transform(a.begin(), a.end(), out, squared); });
  yields<Engine, int>("set_union", {1, 2, 3, 4}, [](auto out) {
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), out);
  });
  yields<Engine, int>("generate_n", {7, 8},
                      [](auto out) { std::generate_n(out, 2, [n = 6]() mutable { return ++n; }); });
  yields<Engine, int>("fill_n", {5, 5, 5}, [](auto out) { std::fill_n(out, 3, 5); });
  yields<Engine, int>("two in a row", {1, 2, 4, 9},
                      [](auto out) { std::fill_n(std::copy(a.begin(), a.end(), out), 1, 9); });
  yields<Engine, int>("istream_iterator", {10, 20}, [](auto out) {
    std::istringstream text("10 20");
    std::copy(std::istream_iterator<int>(text), std::istream_iterator<int>(), out);
  });
  const std::string replaced = "d--py--ld";
  yields<Engine, char>("regex_replace", {replaced.begin(), replaced.end()}, [](auto out) {
    const std::string text = "deepyield";
    std::regex_replace(out, text.begin(), text.end(), std::regex("e|i"), "-");
  });
}

TYPED_TEST_CASE(a_generator_is_written_to_a_stream, Engine, engines) {
  auto g = numbers<Engine>(3);
  std::ostringstream text;
  std::copy(g.begin(), g.end(), std::ostream_iterator<int>(text, ","));
  BOOST_TEST(text.str() == "0,1,2,");
}
