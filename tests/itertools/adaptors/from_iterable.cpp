// The adaptors of a range of ranges: as many as one likes, known at run time only.
#include "itertools/adaptors/adaptors.hpp"

#include <deepyield/to.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using deepyield::to;
using rows = std::vector<std::vector<int>>;
using ints = std::vector<int>;

const rows unequal{{1, 4, 7}, {}, {2, 3}};

generator<int> numbers(ints all) {
  return [all](yielder<int>& yield) { yield.from(all); };
}

// Generators that are made as they are asked for.
generator<generator<int>> generators(rows all) {
  return [all](yielder<generator<int>>& yield) {
    for (const ints& row : all) yield(numbers(row));
  };
}

BOOST_AUTO_TEST_CASE(merged) {
  const ints expected{1, 2, 3, 4, 7};
  BOOST_TEST(numbers_of(merge_from_iterable(unequal)) == expected, per_element());
  BOOST_TEST(numbers_of(merge_from_iterable(rows(unequal))) == expected, per_element());
  BOOST_TEST(numbers_of(merge_from_iterable(generators(unequal))) == expected, per_element());
  BOOST_TEST(numbers_of(unequal | merge_from_iterable()) == expected, per_element());
  BOOST_TEST(numbers_of(rows{{7, 4, 1}, {3, 2}} | merge_from_iterable(std::greater<>())) ==
                 ints({7, 4, 3, 2, 1}),
             per_element());
  BOOST_TEST(numbers_of(merge_from_iterable(
                 rows{{7, 2}, {8, 4, 1}}, by_key([](int n) { return n / 2; }, std::greater<>()))) ==
                 ints({8, 7, 4, 2, 1}),
             per_element());
}

BOOST_AUTO_TEST_CASE(of_equal_elements_those_of_an_earlier_range_come_first) {
  std::vector<std::vector<std::string>> words{{"b1", "b2"}, {"a1", "b3"}, {"a2", "b4"}};
  const auto first_letter = by_key([](const std::string& word) { return word[0]; });
  BOOST_TEST(to<std::vector>(merge_from_iterable(words, first_letter)) ==
                 (std::vector<std::string>{"a1", "a2", "b1", "b2", "b3", "b4"}),
             per_element());
  BOOST_TEST(
      to<std::vector>(deepyield::itertools::merge(first_letter, words[0], words[1], words[2])) ==
          (std::vector<std::string>{"a1", "a2", "b1", "b2", "b3", "b4"}),
      per_element());
}

BOOST_AUTO_TEST_CASE(ten_thousand_are_merged_in_few_comparisons) {
  std::mt19937 random(1);
  rows many(10'000);
  ints expected;
  for (ints& row : many) {
    for (int i = 0; i < 10; ++i) row.push_back(static_cast<int>(random() % 1000));
    std::sort(row.begin(), row.end());
    expected.insert(expected.end(), row.begin(), row.end());
  }
  std::sort(expected.begin(), expected.end());
  std::size_t comparisons = 0;
  const auto counting = [&](int left, int right) {
    ++comparisons;
    return left < right;
  };
  BOOST_TEST((to<std::vector>(merge_from_iterable(many, counting)) == expected));
  // 2 log2(10,000) = 27 for the way down, twice that where elements are equal, and the way up
  BOOST_TEST(comparisons < 60 * expected.size());
}

BOOST_AUTO_TEST_CASE(what_the_consumer_does_to_an_element_does_not_disturb_the_order) {
  rows all{{1, 4}, {2, 3}};
  ints seen;
  for (int& element : merge_from_iterable(all)) {
    seen.push_back(element);
    element = 100;
  }
  BOOST_TEST(seen == ints({1, 2, 3, 4}), per_element());
  BOOST_TEST(all[0][1] == 100);
}

BOOST_AUTO_TEST_CASE(in_turn) {
  BOOST_TEST(numbers_of(roundrobin_from_iterable(unequal)) == ints({1, 2, 4, 3, 7}), per_element());
  BOOST_TEST(numbers_of(generators(unequal) | roundrobin_from_iterable()) == ints({1, 2, 4, 3, 7}),
             per_element());
  BOOST_TEST(numbers_of(interleave_from_iterable(rows{{1, 2, 3}, {7, 8}})) == ints({1, 7, 2, 8}),
             per_element());
  BOOST_TEST(numbers_of(generators({{1}, {2}}) | interleave_from_iterable()) == ints({1, 2}),
             per_element());
  BOOST_TEST(numbers_of(interleave_from_iterable(unequal)).empty());
}

BOOST_AUTO_TEST_CASE(side_by_side) {
  BOOST_TEST((to<std::vector>(zip_from_iterable(rows{{1, 2, 3}, {7, 8}})) == rows{{1, 7}, {2, 8}}));
  BOOST_TEST((to<std::vector>(generators({{1, 2}, {7}}) | zip_from_iterable()) == rows{{1, 7}}));
  BOOST_TEST((to<std::vector>(zip_from_iterable(unequal)).empty()));
}

BOOST_AUTO_TEST_CASE(side_by_side_and_of_one_length) {
  BOOST_TEST(
      (to<std::vector>(zip_from_iterable(strict, rows{{1, 2}, {7, 8}})) == rows{{1, 7}, {2, 8}}));
  const auto refusal = [](rows all) -> std::string {
    try {
      (void)to<std::vector>(all | zip_from_iterable(strict));
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "";
  };
  BOOST_TEST(refusal({{1}, {1}, {1}}) == "");
  BOOST_TEST(refusal({{1}, {1}, {}}) ==
             "deepyield: range 3 of zip_from_iterable(strict, ...) is shorter than ranges 1-2");
  BOOST_TEST(refusal({{}, {1}}) ==
             "deepyield: range 2 of zip_from_iterable(strict, ...) is longer than range 1");
}

BOOST_AUTO_TEST_CASE(side_by_side_until_the_longest_ends) {
  BOOST_TEST((to<std::vector>(zip_longest_from_iterable(fillvalue(0), unequal)) ==
              rows{{1, 0, 2}, {4, 0, 3}, {7, 0, 0}}));
  BOOST_TEST((to<std::vector>(generators({{1, 2}, {7}}) |
                              zip_longest_from_iterable(fillvalue(0L))) == rows{{1, 7}, {2, 0}}));
  const auto columns = to<std::vector>(zip_longest_from_iterable(rows{{1, 2}, {7}}));
  BOOST_TEST(columns.size() == 2u);
  BOOST_TEST(*columns[1][0] == 2);
  BOOST_TEST(!columns[1][1].has_value());
}

template <class Adapt>
void is_empty_of_nothing(const char* name, Adapt adapt) {
  BOOST_TEST_CONTEXT(name) {
    BOOST_TEST(!adapt(rows()).next());
    BOOST_TEST(!adapt(rows(3)).next());
    BOOST_TEST(!adapt(generators({})).next());
    BOOST_TEST(!adapt(generators(rows(3))).next());
  }
}
#define IS_EMPTY_OF_NOTHING(adapted) \
  is_empty_of_nothing(#adapted, [](auto&& range) { return adapted; })

BOOST_AUTO_TEST_CASE(of_no_ranges_and_of_empty_ones_there_is_nothing) {
  IS_EMPTY_OF_NOTHING(chain_from_iterable(RANGE));
  IS_EMPTY_OF_NOTHING(interleave_from_iterable(RANGE));
  IS_EMPTY_OF_NOTHING(merge_from_iterable(RANGE));
  IS_EMPTY_OF_NOTHING(merge_from_iterable(RANGE, by_key(std::negate<>(), std::greater<>())));
  IS_EMPTY_OF_NOTHING(roundrobin_from_iterable(RANGE));
  IS_EMPTY_OF_NOTHING(zip_from_iterable(RANGE));
  IS_EMPTY_OF_NOTHING(zip_from_iterable(strict, RANGE));
  IS_EMPTY_OF_NOTHING(zip_longest_from_iterable(RANGE));
  IS_EMPTY_OF_NOTHING(zip_longest_from_iterable(fillvalue(0), RANGE));
}

BOOST_AUTO_TEST_CASE(one_of_each) {
  const rows expected{{1, 2}, {1, 3}, {4, 2}, {4, 3}};
  BOOST_TEST((to<std::vector>(product_from_iterable(rows{{1, 4}, {2, 3}})) == expected));
  BOOST_TEST((to<std::vector>(generators({{1, 4}, {2, 3}}) | product_from_iterable()) == expected));
  BOOST_TEST((to<std::vector>(product_from_iterable(unequal)).empty()));
  // as in Python: there is one way to take nothing
  BOOST_TEST((to<std::vector>(product_from_iterable(rows())) == rows{{}}));
  const std::vector<std::vector<bool>> bits(2, {false, true});
  BOOST_TEST(
      (to<std::vector>(product_from_iterable(bits)) ==
       std::vector<std::vector<bool>>{{false, false}, {false, true}, {true, false}, {true, true}}));
}

BOOST_AUTO_TEST_CASE(move_only_elements_and_ranges) {
  using owned = std::unique_ptr<int>;
  const auto make = [] {
    std::vector<generator<owned>> all;
    for (int n = 0; n < 3; ++n)
      all.push_back([n](yielder<owned>& yield) {
        for (int i = 0; i < 2; ++i) yield(std::make_unique<int>(10 * i + n));
      });
    return all;
  };
  const auto less = [](const owned& left, const owned& right) { return *left < *right; };
  BOOST_TEST(*to<std::vector>(merge_from_iterable(make(), less))[3] == 10);
  BOOST_TEST(*to<std::vector>(roundrobin_from_iterable(make()))[1] == 1);
  BOOST_TEST(*to<std::vector>(interleave_from_iterable(make()))[4] == 11);
  BOOST_TEST(*to<std::vector>(zip_from_iterable(make()))[1][2] == 12);
  BOOST_TEST(**to<std::vector>(zip_longest_from_iterable(make()))[1][2] == 12);
}

BOOST_AUTO_TEST_CASE(any_range_of_any_ranges) {
  const std::deque<std::list<int>> lists{{1, 3}, {2}};
  BOOST_TEST(numbers_of(merge_from_iterable(lists)) == ints({1, 2, 3}), per_element());
  auto counts =
      deepyield::itertools::map([](int n) { return deepyield::itertools::range(n); }, ints{2, 1});
  BOOST_TEST(numbers_of(merge_from_iterable(std::move(counts))) == ints({0, 0, 1}), per_element());
}
