// Adaptors: which elements they give, pass on without a copy, and keep by value. What they yield is
// compared with Python in against_python/calls.cpp.
#include "itertools/adaptors/adaptors.hpp"
#include "support/counted.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

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
  PASSES_OWNED(iter([all = RANGE]() mutable { return next(all, nullptr); }, nullptr), 4);
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
