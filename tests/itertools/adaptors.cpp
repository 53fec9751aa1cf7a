// What the adaptors of itertools do with the ranges they are given: how they keep them, when they
// read them, and how much. What they yield is compared with Python in against_python/calls.cpp.
#include "support/counted.hpp"
#include "support/debug_range.hpp"
#include "support/engines.hpp"

#include <deepyield/itertools.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace deepyield::itertools;
using boost::test_tools::per_element;
using deepyield::generator;
using deepyield::yielder;

const auto odd = [](int i) { return i % 2 == 1; };
const auto less_than_2 = [](int i) { return i < 2; };
const auto half = [](int i) { return i / 2; };
const auto same_third = [](int a, int b) { return a / 3 == b / 3; };
const auto plus = [](auto a, int b) { return checked_number(static_cast<int>(a) + b); };

// Reads what an adaptor gives.
void read(const checked_number& number) { BOOST_TEST(number >= 0); }
template <class First>
void read(const std::pair<First, checked_number&>& pair) {
  read(pair.second);
}
void read(const std::pair<const checked_number&, const checked_number&>& pair) {
  BOOST_TEST(pair.first < pair.second);
}
template <class Key, class Group>
void read(const std::pair<Key, deepyield::lazy_range<Group>>&) {}
template <class Part>
void read(const std::tuple<Part>& tuple) {
  BOOST_TEST(static_cast<int>(std::get<0>(tuple)) >= 0);
}
void read(const std::tuple<deepyield::itertools::optional_element<checked_number>>& tuple) {
  read(*std::get<0>(tuple));
}
template <class... Part>
void read(const std::tuple<Part...>&) {}
template <class Numbers>
auto read(const Numbers& numbers) -> decltype(static_cast<void>(numbers.begin())) {
  for (const checked_number& number : numbers) read(number);
}
void read(const int&) {}

// How often a range of six has been asked for an element when an adaptor has given its first
// element, its second, and so on, and its end.
using asked_after_each = std::vector<int>;

template <class Adapted>
asked_after_each consume(Adapted adapted, const int& asked) {
  BOOST_TEST(asked == 0);  // lazy
  asked_after_each counts;
  for (bool ended = false; !ended; counts.push_back(asked)) {
    const auto element = adapted.next();
    ended = !element;
    if (element) read(*element);
  }
  BOOST_TEST(!adapted.next());
  return counts;
}

template <class Adapt>
void asks(const char* name, const asked_after_each& expected, Adapt adapt) {
  BOOST_TEST_CONTEXT(name) {
    debug_range referred_to(6);
    BOOST_TEST(consume(adapt(referred_to), *referred_to.asked()) == expected, per_element());
    BOOST_TEST(!referred_to.moved_from());

    debug_range kept(6);
    const auto asked = kept.asked();
    auto adapted = adapt(std::move(kept));
    BOOST_TEST(kept.moved_from());
    BOOST_TEST(consume(std::move(adapted), *asked) == expected, per_element());

    for (int at = 1; at <= expected.back(); ++at) {
      debug_range failing(6, at);
      auto fails = adapt(failing);
      const auto before =
          std::count_if(expected.begin(), expected.end(), [at](int count) { return count < at; });
      for (int i = 0; i < before; ++i) BOOST_TEST(fails.next());
      BOOST_CHECK_THROW(fails.next(), std::runtime_error);
      BOOST_TEST(!fails.next());
      BOOST_TEST(*failing.asked() == at);
    }
  }
}

// Takes an adapted RANGE, then the expected counts.
#define RANGE std::forward<decltype(range)>(range)
#define ASKS(adapted, ...) asks(#adapted, {__VA_ARGS__}, [](auto&& range) { return adapted; })

BOOST_AUTO_TEST_CASE(never_asks_for_more_than_it_needs_nor_before_it_is_asked) {
  ASKS(accumulate(RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(accumulate(RANGE, plus), 1, 2, 3, 4, 5, 6, 7);
  ASKS(accumulate(RANGE, plus, checked_number(1)), 0, 1, 2, 3, 4, 5, 6, 7);
  ASKS(batched(RANGE, 4), 4, 7, 7);
  ASKS(batched(RANGE, 3), 3, 6, 7);
  ASKS(chain(RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(chunk_by(same_third, RANGE), 4, 7, 7);
  ASKS(compress(RANGE, std::vector<bool>({false, true, true})), 2, 3, 4);
  ASKS(compress(std::vector<checked_number>(2, checked_number(0)), RANGE), 2, 2);
  ASKS(combinations(RANGE, 6), 7, 7);
  ASKS(combinations_with_replacement(RANGE, 0), 7, 7);
  ASKS(cycle(RANGE) | islice(8), 1, 2, 3, 4, 5, 6, 7, 7, 7);
  ASKS(dropwhile(less_than_2, RANGE), 3, 4, 5, 6, 7);
  ASKS(enumerate(RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(filter(odd, RANGE), 2, 4, 6, 7);
  ASKS(filterfalse(odd, RANGE), 1, 3, 5, 7);
  ASKS(groupby(RANGE, half), 1, 3, 5, 7);
  ASKS(interleave(RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(islice(RANGE, 0), 0);
  ASKS(islice(RANGE, 3), 1, 2, 3, 3);
  ASKS(islice(RANGE, 1, 5, 2), 2, 4, 5);
  ASKS(islice(RANGE, 4, no_stop), 5, 6, 7);
  ASKS(deepyield::itertools::map(half, RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(deepyield::itertools::map(plus, std::vector<int>{1, 2}, RANGE), 1, 2, 2);
  ASKS(deepyield::itertools::merge(RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(pairwise(RANGE), 2, 3, 4, 5, 6, 7);
  ASKS(deepyield::itertools::partition(odd, RANGE).first, 1, 3, 5, 7);
  ASKS(deepyield::itertools::partition(odd, RANGE).second, 2, 4, 6, 7);
  ASKS(peekable(RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(permutations(RANGE, 0), 7, 7);
  ASKS(powerset(RANGE) | islice(1), 7, 7);
  ASKS(product(RANGE), 7, 7, 7, 7, 7, 7, 7);
  ASKS(product(RANGE, 0), 0, 0);
  ASKS(product(RANGE, 1), 7, 7, 7, 7, 7, 7, 7);
  ASKS(roundrobin(RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(starmap(plus, enumerate(RANGE)), 1, 2, 3, 4, 5, 6, 7);
  ASKS(takewhile(less_than_2, RANGE), 1, 2, 3);
  ASKS(std::move(tee(RANGE)[1]), 1, 2, 3, 4, 5, 6, 7);
  ASKS(unique_everseen(RANGE, half), 1, 3, 5, 7);
  ASKS(unique_justseen(RANGE, half), 1, 3, 5, 7);
  ASKS(sliding_window(RANGE, 3), 3, 4, 5, 6, 7);
  ASKS(zip(RANGE), 1, 2, 3, 4, 5, 6, 7);
  ASKS(zip(std::vector<int>{1, 2}, RANGE), 1, 2, 2);
  ASKS(zip(RANGE, std::vector<int>{1, 2}), 1, 2, 3);
  ASKS(zip_longest(RANGE), 1, 2, 3, 4, 5, 6, 7);
}

BOOST_AUTO_TEST_CASE(the_same_by_pipe) {
  ASKS(RANGE | accumulate(), 1, 2, 3, 4, 5, 6, 7);
  ASKS(RANGE | accumulate(plus), 1, 2, 3, 4, 5, 6, 7);
  ASKS(RANGE | accumulate(plus, checked_number(1)), 0, 1, 2, 3, 4, 5, 6, 7);
  ASKS(RANGE | batched(4), 4, 7, 7);
  ASKS(RANGE | chunk_by(same_third), 4, 7, 7);
  ASKS(RANGE | combinations(6), 7, 7);
  ASKS(RANGE | combinations_with_replacement(0), 7, 7);
  ASKS(RANGE | cycle() | islice(8), 1, 2, 3, 4, 5, 6, 7, 7, 7);
  ASKS(RANGE | dropwhile(less_than_2), 3, 4, 5, 6, 7);
  ASKS(RANGE | enumerate(), 1, 2, 3, 4, 5, 6, 7);
  ASKS(RANGE | filter(odd), 2, 4, 6, 7);
  ASKS(RANGE | filterfalse(odd), 1, 3, 5, 7);
  ASKS(RANGE | groupby(half), 1, 3, 5, 7);
  ASKS(RANGE | islice(3), 1, 2, 3, 3);
  ASKS(RANGE | islice(1, 5, 2), 2, 4, 5);
  ASKS(RANGE | deepyield::itertools::map(half), 1, 2, 3, 4, 5, 6, 7);
  ASKS(RANGE | pairwise(), 2, 3, 4, 5, 6, 7);
  ASKS(RANGE | peekable(), 1, 2, 3, 4, 5, 6, 7);
  ASKS(RANGE | permutations(0), 7, 7);
  ASKS(RANGE | powerset() | islice(1), 7, 7);
  ASKS(RANGE | enumerate() | starmap(plus), 1, 2, 3, 4, 5, 6, 7);
  ASKS(RANGE | takewhile(less_than_2), 1, 2, 3);
  ASKS(RANGE | unique_everseen(half), 1, 3, 5, 7);
  ASKS(RANGE | unique_justseen(half), 1, 3, 5, 7);
  ASKS(RANGE | sliding_window(3), 3, 4, 5, 6, 7);
  ASKS(RANGE | filter(odd) | deepyield::itertools::map(half) | islice(2), 2, 4, 4);
}

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#endif
BOOST_AUTO_TEST_CASE(old_names_do_what_the_new_ones_do) {
  ASKS(chunked(same_third, RANGE), 4, 7, 7);
  ASKS(RANGE | chunked(same_third), 4, 7, 7);
  ASKS(windowed(RANGE, 3), 3, 4, 5, 6, 7);
  ASKS(RANGE | windowed(3), 3, 4, 5, 6, 7);
}
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

template <class Range>
std::vector<int> numbers_of(Range&& range) {
  std::vector<int> all;
  for (auto&& number : range) all.push_back(number);
  return all;
}

BOOST_AUTO_TEST_CASE(ranges_of_ranges_are_asked_one_after_the_other) {
  std::vector<debug_range> ranges;
  for (int size : {0, 2, 0, 1}) ranges.emplace_back(size);
  const std::shared_ptr<const int> second = ranges[1].asked(), last = ranges[3].asked();
  auto chained = flatten(std::move(ranges));
  chained.next();
  BOOST_TEST(*second == 1);
  BOOST_TEST(*last == 0);
  BOOST_TEST(numbers_of(chained) == (std::vector<int>{1, 0}), per_element());
  BOOST_TEST(*last == 2);
}

BOOST_AUTO_TEST_CASE(what_is_asked_after_a_range_has_ended_is_not_asked_at_all) {
  debug_range first(1), second(2), third(3);
  auto one_each = interleave(first, second, third);
  BOOST_TEST(numbers_of(one_each) == (std::vector<int>{0, 0, 0}), per_element());
  BOOST_TEST(*first.asked() == 2);
  BOOST_TEST(*second.asked() == 1);
  BOOST_TEST(*third.asked() == 1);
}

BOOST_AUTO_TEST_CASE(an_ended_range_is_not_asked_again_while_others_go_on) {
  BOOST_TEST(numbers_of(roundrobin(debug_range(0), debug_range(3), debug_range(1))) ==
                 (std::vector<int>{0, 0, 1, 2}),
             per_element());
  BOOST_TEST(
      numbers_of(deepyield::itertools::merge(debug_range(2), debug_range(0), debug_range(3))) ==
          (std::vector<int>{0, 0, 1, 1, 2}),
      per_element());
  auto longest = zip_longest(debug_range(1), debug_range(3));
  int rows = 0;
  while (const auto row = longest.next()) BOOST_TEST(bool(std::get<0>(*row)) == (rows++ == 0));
  BOOST_TEST(rows == 3);
}

// Adapts a generator of the move-only numbers 0, 1, 2 and 3, and counts the results.
using owned = std::unique_ptr<int>;
template <class Adapt>
void passes_owned(const char* name, int results, Adapt adapt) {
  generator<owned> range = [](yielder<owned>& yield) {
    for (int i = 0; i < 4; ++i) yield(std::make_unique<int>(i));
  };
  auto adapted = adapt(std::move(range));
  int found = 0;
  while (adapted.next()) ++found;
  BOOST_TEST_CONTEXT(name) BOOST_TEST(found == results);
}
#define PASSES_OWNED(adapted, results) \
  passes_owned(#adapted, results, [](auto&& range) { return adapted; })

const auto owned_odd = [](const owned& i) { return *i % 2 == 1; };
const auto value_of = [](const owned& i) { return *i; };
const auto owned_less = [](const owned& left, const owned& right) { return *left < *right; };
const auto moved_out = [](owned& i) { return std::move(i); };

BOOST_AUTO_TEST_CASE(move_only_elements_pass_wherever_they_need_not_be_copied) {
  PASSES_OWNED(batched(RANGE, 3), 2);
  PASSES_OWNED(chain(RANGE), 4);
  PASSES_OWNED(chunk_by(owned_less, RANGE), 1);
  PASSES_OWNED(compress(RANGE, std::vector<bool>({true, false, true})), 2);
  PASSES_OWNED(cycle(RANGE) | islice(9), 9);
  PASSES_OWNED(dropwhile(owned_odd, RANGE), 4);
  PASSES_OWNED(enumerate(RANGE), 4);
  PASSES_OWNED(RANGE | filter(owned_odd) | batched(3), 1);
  PASSES_OWNED(RANGE | islice(3) | dropwhile(owned_odd) |
                   takewhile([](const owned&) { return true; }) | unique_justseen(value_of) |
                   pairwise(),
               2);
  PASSES_OWNED(filter(owned_odd, RANGE), 2);
  PASSES_OWNED(filterfalse(owned_odd, RANGE), 2);
  PASSES_OWNED(groupby(RANGE, value_of), 4);
  PASSES_OWNED(interleave(RANGE), 4);
  PASSES_OWNED(islice(RANGE, 1, 3), 2);
  PASSES_OWNED(deepyield::itertools::map(moved_out, RANGE), 4);
  PASSES_OWNED(deepyield::itertools::merge(owned_less, RANGE), 4);
  PASSES_OWNED(pairwise(RANGE), 3);
  PASSES_OWNED(deepyield::itertools::partition(owned_odd, RANGE).second, 2);
  PASSES_OWNED(peekable(RANGE), 4);
  PASSES_OWNED(product(RANGE), 4);
  PASSES_OWNED(product(RANGE, std::vector<int>{1, 2}), 8);
  PASSES_OWNED(roundrobin(RANGE), 4);
  PASSES_OWNED(starmap([](std::ptrdiff_t, owned& i) { return std::move(i); }, enumerate(RANGE)), 4);
  PASSES_OWNED(takewhile(owned_odd, RANGE), 0);
  PASSES_OWNED(std::move(tee(RANGE)[0]), 4);
  PASSES_OWNED(unique_everseen(RANGE, value_of), 4);
  PASSES_OWNED(unique_justseen(RANGE, value_of), 4);
  PASSES_OWNED(sliding_window(RANGE, 2), 3);
  PASSES_OWNED(zip(RANGE), 4);
  PASSES_OWNED(zip_longest(RANGE), 4);
}

BOOST_AUTO_TEST_CASE(elements_are_copied_from_a_container_and_moved_from_a_generator) {
  operations log;
  std::vector<counted> container;
  container.reserve(3);
  for (int i = 0; i < 3; ++i) container.emplace_back(log, i);
  log = {0, 0, 3};
  batched(container, 3).next();
  BOOST_TEST(log.copies == 3);
  for (const counted& element : container) BOOST_TEST(element.value() != counted::moved_from);
  generator<counted> temporaries = [&](yielder<counted>& yield) {
    for (int i = 0; i < 3; ++i) yield(counted(log, i));
  };
  log.copies = 0;
  batched(temporaries, 3).next();
  BOOST_TEST(log.copies == 0);
}

// Adapts 0, 1, 2... with a function that throws at 1: the adaptor throws that, and then has ended.
template <class Adapt>
void throws_what_its_function_throws(const char* name, Adapt adapt) {
  const auto fail_at_1 = [](auto&&... number) -> int {
    for (const int each : {static_cast<int>(number)...})
      if (each == 1) throw std::runtime_error("the function fails");
    return 0;
  };
  debug_range range(6);
  auto adapted = adapt(range, fail_at_1);
  const auto until_the_end = [&] {
    while (adapted.next()) BOOST_TEST(*range.asked() <= 1);
  };
  BOOST_TEST_CONTEXT(name) {
    BOOST_CHECK_THROW(until_the_end(), std::runtime_error);
    BOOST_TEST(*range.asked() == 2);
    BOOST_TEST(!adapted.next());
    BOOST_TEST(*range.asked() == 2);
  }
}
#define THROWS(adapted) \
  throws_what_its_function_throws(#adapted, [](auto& range, auto function) { return adapted; })

// zip() and enumerate() give references; an adaptor that keeps them keeps the values.
BOOST_AUTO_TEST_CASE(pairs_and_tuples_of_references_are_kept_by_value) {
  const auto squares = [] {
    return enumerate(
        generator<int>([](yielder<int>& yield) { yield(0), yield(1), yield(4), yield(9); }));
  };
  const auto is_square = [](const auto& pair) { return pair.second == pair.first * pair.first; };
  const auto are_squares = [&](const auto& pairs) {
    return !pairs.empty() && std::all_of(pairs.begin(), pairs.end(), is_square);
  };
  const auto each = [](auto&& range, auto test) {
    bool all = true, any = false;
    for (auto&& element : range) {
      all = all && test(element);
      any = true;
    }
    return all && any;
  };
  BOOST_TEST(each(batched(squares(), 2), are_squares));
  BOOST_TEST(each(chunk_by([](const auto& left,
                              const auto& right) { return left.first / 2 == right.first / 2; },
                           squares()),
                  are_squares));
  BOOST_TEST(each(combinations(squares(), 2), are_squares));
  BOOST_TEST(each(combinations_with_replacement(squares(), 2), are_squares));
  BOOST_TEST(each(islice(cycle(squares()), 8), is_square));
  BOOST_TEST(each(pairwise(squares()), [&](const auto& two) {
    return is_square(two.first) && is_square(two.second) && two.first.first + 1 == two.second.first;
  }));
  BOOST_TEST(each(permutations(squares()), are_squares));
  BOOST_TEST(each(islice(powerset(squares()), 1, no_stop), are_squares));
  BOOST_TEST(each(product(squares(), 2), are_squares));
  BOOST_TEST(each(product(squares(), squares()), [&](const auto& two) {
    return is_square(std::get<0>(two)) && is_square(std::get<1>(two));
  }));
  BOOST_TEST(each(unique_justseen(squares()), is_square));
  BOOST_TEST(each(sliding_window(squares(), 3), are_squares));
  BOOST_TEST(each(zip_longest(squares(), std::vector<int>{1}),
                  [&](const auto& two) { return is_square(*std::get<0>(two)); }));
  auto parts = partition([](const auto& pair) { return pair.first % 2 == 0; }, squares());
  BOOST_TEST(each(parts.second, is_square));
  BOOST_TEST(each(parts.first, is_square));
  auto branches = tee(squares());
  BOOST_TEST(each(branches[0], is_square));
  BOOST_TEST(each(branches[1], is_square));
  for (auto& group : groupby(squares(), [](auto& pair) { return std::tie(pair.second); })) {
    for (auto& pair : group.second) BOOST_TEST(pair.second == std::get<0>(group.first));
  }

  auto numbered = squares();
  const std::vector<std::pair<std::ptrdiff_t, int>> kept(numbered.begin(), numbered.end());
  BOOST_TEST(are_squares(kept));

  std::vector<int> left{1, 2, 3}, right{4, 5, 6};
  for (auto& order : permutations(zip(left, right)))
    BOOST_TEST(std::get<1>(order[0]) == std::get<0>(order[0]) + 3);
  BOOST_TEST(left == (std::vector<int>{1, 2, 3}), per_element());
}

BOOST_AUTO_TEST_CASE(bits_are_kept_by_value) {
  const std::vector<bool> given{true, false, false};
  std::vector<bool> bits = given;
  const auto all = [](auto&& rows) {
    std::string text;
    for (auto&& row : rows) {
      for (const bool bit : row) text += bit ? '1' : '0';
      text += ' ';
    }
    return text;
  };
  BOOST_TEST(all(combinations(bits, 2)) == "10 10 00 ");
  BOOST_TEST(all(permutations(bits)) == "100 100 010 001 010 001 ");
  BOOST_TEST(all(permutations(bits, 2)) == "10 10 01 00 01 00 ");
  BOOST_TEST(all(sliding_window(bits, 2)) == "10 00 ");
  BOOST_TEST(all(product(bits, 2)) == "11 10 10 01 00 00 01 00 00 ");
  BOOST_TEST(all(batched(bits, 2)) == "10 0 ");
  BOOST_TEST(all(batched(accumulate(bits, std::logical_or<>()), 3)) == "111 ");
  BOOST_TEST(all(batched(unique_everseen(bits), 3)) == "10 ");
  BOOST_TEST((bits == given));
  auto kept = *batched(std::move(bits), 3).next();
  BOOST_TEST((kept == given));
}

BOOST_AUTO_TEST_CASE(arrays_are_ranges_too) {
  int left[] = {1, 1, 4};
  const int right[] = {2, 3};
  BOOST_TEST(numbers_of(merge(left, std::vector<int>{2, 3})) == (std::vector<int>{1, 1, 2, 3, 4}),
             per_element());
  BOOST_TEST(numbers_of(merge(std::less<>(), right, left)) == (std::vector<int>{1, 1, 2, 3, 4}),
             per_element());
  BOOST_TEST(numbers_of(accumulate(left)) == (std::vector<int>{1, 2, 6}), per_element());
  BOOST_TEST(numbers_of(accumulate(left, std::multiplies<>())) == (std::vector<int>{1, 1, 4}),
             per_element());
  BOOST_TEST(numbers_of(unique_everseen(left)) == (std::vector<int>{1, 4}), per_element());
  BOOST_TEST(numbers_of(unique_justseen(left)) == (std::vector<int>{1, 4}), per_element());
  std::vector<int> keys;
  for (auto& group : groupby(left)) keys.push_back(group.first);
  BOOST_TEST(keys == (std::vector<int>{1, 4}), per_element());
}

BOOST_AUTO_TEST_CASE(pairs_of_a_map_are_kept_although_their_keys_are_const) {
  const std::map<int, int> squares{{1, 1}, {2, 4}, {3, 9}};
  int seen = 0;
  for (auto& two : sliding_window(squares, 2)) seen += two[0].second * two[1].first;
  for (auto& two : combinations(squares, 2)) seen += two[0].second * two[1].first;
  for (auto& order : permutations(squares)) seen += order[0].second;
  for (auto& group : groupby(squares)) seen += group.first.second;
  for (auto& pair : pairwise(squares)) seen += pair.second.first;
  BOOST_TEST(seen == (2 + 12) + (2 + 3 + 12) + 2 * (1 + 4 + 9) + (1 + 4 + 9) + (2 + 3));
}

namespace elsewhere {
struct numbers : std::vector<int> {
  using std::vector<int>::vector;
};
struct day {
  int number;
};
day operator+(day left, day right) { return {left.number + right.number}; }
day operator-(day left, day right) { return {left.number - right.number}; }
bool operator==(day left, day right) { return left.number == right.number; }
bool operator<(day left, day right) { return left.number < right.number; }
bool operator>(day left, day right) { return left.number > right.number; }
// The library must not find these.
std::vector<int> to_vector(numbers&) { return {}; }
day gap(day, day) { return {}; }
template <class Function, class Tuple>
int apply(Function&&, Tuple&&) {
  return 0;
}
}  // namespace elsewhere

BOOST_AUTO_TEST_CASE(functions_of_the_elements_namespace_are_left_alone) {
  elsewhere::numbers three{1, 2, 3};
  int seen = 0;
  for (auto& one : combinations(three, 1)) seen += one[0];
  for (auto& order : permutations(three)) seen += order[0];
  for (auto& pair : product(three, three)) seen += std::get<0>(pair) + std::get<1>(pair);
  BOOST_TEST(seen == 6 + 12 + 36);
  auto days = range(elsewhere::day{0}, elsewhere::day{3}, elsewhere::day{1});
  BOOST_TEST(std::distance(days.begin(), days.end()) == 3);
}

BOOST_AUTO_TEST_CASE(numbers_are_reckoned_to_the_ends_of_their_type) {
  constexpr int least = (std::numeric_limits<int>::min)(), most = (std::numeric_limits<int>::max)();
  BOOST_TEST(numbers_of(islice(count(-2000000000, 1000000000), 5)) ==
                 (std::vector<int>{-2000000000, -1000000000, 0, 1000000000, 2000000000}),
             per_element());
  BOOST_TEST(numbers_of(islice(count(most - 1), 3)) == (std::vector<int>{most - 1, most, least}),
             per_element());
  BOOST_TEST(numbers_of(islice(count(least, most), 3)) == (std::vector<int>{least, -1, most - 1}),
             per_element());
  constexpr std::ptrdiff_t last = (std::numeric_limits<std::ptrdiff_t>::max)();
  auto numbered = enumerate(std::vector<int>{7}, last);
  BOOST_TEST(numbered.next()->first == last);
  BOOST_TEST(!numbered.next());
}

BOOST_AUTO_TEST_CASE(numbers_below_zero_are_refused) {
  const auto refused_by = [](const std::string& function) {
    return [function](const std::invalid_argument& error) {
      return std::string(error.what()).find(function + "() needs") != std::string::npos;
    };
  };
  BOOST_CHECK_EXCEPTION(static_cast<void>(batched(range(3), -1)), std::invalid_argument,
                        refused_by("batched"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(combinations(range(3), -1)), std::invalid_argument,
                        refused_by("combinations"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(combinations_with_replacement(range(3), -1)),
                        std::invalid_argument, refused_by("combinations_with_replacement"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(islice(range(3), -1)), std::invalid_argument,
                        refused_by("islice"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(islice(range(3), -1, no_stop)), std::invalid_argument,
                        refused_by("islice"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(islice(range(3), 1, 2, -1L)), std::invalid_argument,
                        refused_by("islice"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(range(3) | islice(-1)), std::invalid_argument,
                        refused_by("islice"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(permutations(range(3), -1)), std::invalid_argument,
                        refused_by("permutations"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(product(range(3), -1)), std::invalid_argument,
                        refused_by("product"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(tee(range(3), -1)), std::invalid_argument,
                        refused_by("tee"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(sliding_window(range(3), short(-1))),
                        std::invalid_argument, refused_by("sliding_window"));
  BOOST_TEST(!repeat(1, -1).next());  // as in Python
}

BOOST_AUTO_TEST_CASE(what_was_to_be_read_is_still_its_owners_when_a_number_is_refused) {
  std::vector<int> numbers = {1, 2, 3};
  BOOST_CHECK_THROW(static_cast<void>(batched(std::move(numbers), 0)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(combinations(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(combinations_with_replacement(std::move(numbers), -1)),
                    std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(islice(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(islice(std::move(numbers), 0, -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(islice(std::move(numbers), 0, 1, 0)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(permutations(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(product(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(tee(std::move(numbers), -1)), std::invalid_argument);
  BOOST_CHECK_THROW(static_cast<void>(sliding_window(std::move(numbers), 0)),
                    std::invalid_argument);
  BOOST_TEST(numbers == (std::vector<int>{1, 2, 3}), per_element());
}

BOOST_AUTO_TEST_CASE(what_a_range_throws_each_branch_of_tee_throws_that_gets_there) {
  auto branches = tee(generator<int>([](yielder<int>& yield) {
    yield(1);
    throw std::runtime_error("the source");
  }));
  for (auto& branch : branches) {
    BOOST_TEST(*branch.next() == 1);
    BOOST_CHECK_THROW(branch.next(), std::runtime_error);
    BOOST_TEST(!branch.next());
  }
}

BOOST_AUTO_TEST_CASE(errors_of_the_function_come_out_at_once_and_leave_the_generator_closed) {
  THROWS(accumulate(range, function));
  THROWS(chunk_by(function, range));
  THROWS(dropwhile([=](int i) { return function(i) == 0; }, range));
  THROWS(filter(function, range));
  THROWS(filterfalse(function, range));
  THROWS(groupby(range, function));
  THROWS(deepyield::itertools::map(function, range));
  THROWS(deepyield::itertools::partition(function, range).first);
  THROWS(starmap(function, zip(range)));
  THROWS(takewhile([=](int i) { return function(i) == 0; }, range));
  THROWS(unique_everseen(range, function));
  THROWS(unique_justseen(range, function));
}

BOOST_AUTO_TEST_CASE(errors_of_functions_without_a_range) {
  auto iterated = iterate([](int) -> int { throw std::runtime_error("the function fails"); }, 1);
  BOOST_TEST(*iterated.next() == 1);
  BOOST_CHECK_THROW(iterated.next(), std::runtime_error);
  BOOST_TEST(!iterated.next());
  auto merged = deepyield::itertools::merge(
      [](int, int) -> bool { throw std::runtime_error("the function fails"); }, debug_range(2),
      debug_range(2));
  BOOST_CHECK_THROW(merged.next(), std::runtime_error);
  BOOST_TEST(!merged.next());
}

BOOST_AUTO_TEST_CASE(a_chain_of_ten_million_empty_ranges_is_no_deeper_than_one) {
  generator<std::vector<int>> ranges = [](yielder<std::vector<int>>& yield) {
    for (int i = 0; i < 10'000'000; ++i) yield(std::vector<int>());
    yield(std::vector<int>{7});
  };
  BOOST_TEST(*chain_from_iterable(std::move(ranges)).next() == 7);
}

BOOST_AUTO_TEST_CASE(a_branch_of_tee_may_lag_by_twenty_million) {
  constexpr int many = 20'000'000;
  auto branches = tee(range(many));
  const auto sum = [](auto& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0LL);
  };
  const long long expected = static_cast<long long>(many) * (many - 1) / 2;
  BOOST_TEST(sum(branches[0]) == expected);
  BOOST_TEST(sum(branches[1]) == expected);
}

BOOST_AUTO_TEST_CASE(branches_of_tee_give_the_same_at_any_pace) {
  const auto word = [](int i) { return "the word of number " + std::to_string(i); };
  auto branches = tee(deepyield::itertools::map(word, range(1000)), 3);
  int read[3] = {};
  for (bool more = true; more;) {
    more = false;
    for (std::size_t branch = 0; branch < 3; ++branch)
      for (std::size_t i = 0; i < 5 * branch + 1; ++i)
        if (const std::string* const given = branches[branch].next()) {
          BOOST_TEST(*given == word(read[branch]++));
          more = true;
        }
  }
  for (int each : read) BOOST_TEST(each == 1000);
}

generator<counted> many_counted(operations& log) {
  return [&log](yielder<counted>& yield) {
    for (int i = 0; i < 1000; ++i) yield(counted(log, i));
  };
}

BOOST_AUTO_TEST_CASE(tee_keeps_what_some_branch_still_lacks_and_no_more) {
  operations log;
  auto branches = tee(many_counted(log), 3);
  const auto take = [&](std::size_t branch, int n) {
    for (int i = 0; i < n; ++i) branches[branch].next();
  };
  const int slack = 4;  // the current elements of the branches and of the range
  take(0, 500), take(1, 200);
  BOOST_TEST(log.alive >= 500);
  take(2, 100);
  BOOST_TEST(log.alive <= 400 + slack);
  branches.pop_back();
  BOOST_TEST(log.alive <= 300 + slack);
  branches.pop_back();
  BOOST_TEST(log.alive <= slack);
  take(0, 100);
  BOOST_TEST(log.alive <= slack);
  branches.clear();
  BOOST_TEST(log.alive == 0);
}

BOOST_AUTO_TEST_CASE(a_branch_of_tee_that_is_closed_or_never_started_keeps_nothing) {
  operations log;
  auto branches = tee(many_counted(log), 3);
  branches[1].next();
  branches[1].close();
  branches[2].close();
  for (int i = 0; i < 500; ++i) branches[0].next();
  BOOST_TEST(log.alive <= 4);
}

BOOST_AUTO_TEST_CASE(a_group_ends_when_the_next_is_asked_for) {
  debug_range range(6);
  auto groups = groupby(range, [](int i) { return i / 3; });
  auto first = std::move(groups.next()->second);
  BOOST_TEST(*first.next() == 0);
  auto& second = *groups.next();
  BOOST_TEST(second.first == 1);
  BOOST_TEST(!first.next());
  BOOST_TEST(numbers_of(second.second) == (std::vector<int>{3, 4, 5}), per_element());
  BOOST_TEST(!groups.next());
}

BOOST_AUTO_TEST_CASE(groups_may_be_read_whole_or_in_part_or_not_at_all_or_late) {
  auto groups = groupby(debug_range(9), [](int i) { return i / 3; });
  BOOST_TEST(numbers_of(groups.next()->second) == (std::vector<int>{0, 1, 2}), per_element());
  auto unread = std::move(groups.next()->second);
  auto third = std::move(groups.next()->second);
  BOOST_TEST(!unread.next());
  groups = {};  // the groups outlive the adaptor that made them
  BOOST_TEST(numbers_of(third) == (std::vector<int>{6, 7, 8}), per_element());
}

BOOST_AUTO_TEST_CASE(the_key_of_a_group_stays_when_the_group_is_read_to_its_end) {
  auto groups = groupby(std::vector<int>{1, 1, 2, 3});
  std::vector<int> keys;
  while (auto* const group = groups.next()) {
    while (group->second.next()) continue;
    keys.push_back(group->first);
  }
  BOOST_TEST(keys == (std::vector<int>{1, 2, 3}), per_element());
}

BOOST_AUTO_TEST_CASE(merge_gives_equal_elements_of_an_earlier_range_first) {
  using numbered = std::pair<int, char>;
  const auto by_number = [](const numbered& left, const numbered& right) {
    return left.first < right.first;
  };
  const std::vector<numbered> first{{1, 'a'}, {2, 'a'}}, second{{1, 'b'}, {2, 'b'}},
      third{{0, 'c'}, {2, 'c'}};
  std::string order;
  for (const auto& each : deepyield::itertools::merge(by_number, first, second, third))
    order += each.second;
  BOOST_TEST(order == "cababc");
}

BOOST_AUTO_TEST_CASE(what_zip_longest_fills_up_with_is_the_same_each_time) {
  const std::string fill(40, 'x');
  std::vector<std::string> filled;
  const std::vector<std::string> three(3, "three"), one(1, "one");
  for (auto& row : zip_longest(fillvalue(fill), three, one))
    filled.push_back(std::move(std::get<1>(row)));
  BOOST_TEST(filled == (std::vector<std::string>{"one", fill, fill}), per_element());
}

generator<counted> three_counted(operations& log) {
  return [&log](yielder<counted>& yield) {
    for (int i = 0; i < 3; ++i) yield(counted(log, i));
  };
}

BOOST_AUTO_TEST_CASE(zip_longest_ends_each_element_that_it_keeps_once) {
  operations log;
  {
    auto rows = zip_longest(three_counted(log), three_counted(log) | islice(1));
    while (rows.next()) BOOST_TEST(log.alive <= 4);  // one of each range, and its kept copy
    BOOST_TEST(log.alive == 0);
    auto left = zip_longest(three_counted(log));
    left.next();
  }
  BOOST_TEST(log.alive == 0);
  {
    auto filled =
        zip_longest(fillvalue(counted(log, 7)), three_counted(log), three_counted(log) | islice(1));
    while (filled.next()) BOOST_TEST(log.alive <= 5);
  }
  BOOST_TEST(log.alive == 0);
}

BOOST_AUTO_TEST_CASE(
    the_element_that_map_stands_on_ends_once_when_its_function_throws_at_the_next) {
  operations log;
  auto mapped = deepyield::itertools::map(
      [&log](int n) {
        if (n == 1) throw std::runtime_error("the function fails");
        return counted(log, n);
      },
      range(3));
  BOOST_TEST(mapped.next()->value() == 0);
  BOOST_TEST(log.alive == 1);
  BOOST_CHECK_THROW(mapped.next(), std::runtime_error);
  BOOST_TEST(log.alive == 0);
}

BOOST_AUTO_TEST_CASE(map_keeps_one_element_at_a_time) {
  operations log;
  auto mapped = deepyield::itertools::map([&log](int n) { return counted(log, n); }, range(3));
  while (mapped.next()) BOOST_TEST(log.alive == 1);
  BOOST_TEST(log.alive == 0);
}

BOOST_AUTO_TEST_CASE(peeking_takes_nothing) {
  debug_range range(2);
  auto ahead = peekable(range);
  BOOST_TEST(*range.asked() == 0);
  for (int times = 0; times < 2; ++times) BOOST_TEST(*ahead.peek() == 0);
  BOOST_TEST(*range.asked() == 1);
  BOOST_TEST(numbers_of(ahead) == (std::vector<int>{0, 1}), per_element());
  BOOST_TEST(!ahead.peek());
}

BOOST_AUTO_TEST_CASE_TEMPLATE(bodies_read_a_range_as_far_as_they_are_asked, Engine, engines) {
  debug_range range(3);
  generator_on<Engine, checked_number&> g = [&](yielder_on<Engine, checked_number&>& yield) {
    yield.from(range);
  };
  for (int asked : {1, 2, 3}) {
    BOOST_TEST(*g.next() == asked - 1);
    BOOST_TEST(*range.asked() == asked);
  }
  BOOST_TEST(!g.next());
  BOOST_TEST(*range.asked() == 4);
  generator_on<Engine, int> h = [](yielder_on<Engine, int>& yield) {
    yield.from(debug_range(2));
    yield.from(debug_range(6, 2));
  };
  BOOST_TEST((*h.next() + *h.next() + *h.next()) == 1);
  BOOST_CHECK_THROW(h.next(), std::runtime_error);
  BOOST_TEST(!h.next());
}

BOOST_AUTO_TEST_CASE(the_debugging_range_notices_misuse) {
  debug_range range(2);
  auto it = range.begin();
  BOOST_CHECK_THROW(range.begin(), misuse);
  const auto stale = it;
  checked_number& left = *it;
  const checked_number kept = left;
  ++it;
  BOOST_CHECK_THROW(*stale, misuse);
  BOOST_CHECK_THROW(static_cast<void>(left == 0), misuse);
  BOOST_TEST(kept == 0);
  const checked_number taken = std::move(*it);
  BOOST_TEST(taken == 1);
  BOOST_CHECK_THROW(static_cast<void>(*it == 1), misuse);
  ++it;
  BOOST_CHECK(it == range.end());
  BOOST_CHECK_THROW(*it, misuse);
  BOOST_CHECK_THROW(++it, misuse);
}
