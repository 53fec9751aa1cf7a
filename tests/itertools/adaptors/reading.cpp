// Adaptors: when they read the ranges they are given, how far, and how they keep them. What they
// yield is compared with Python in against_python/calls.cpp.
#include "itertools/adaptors/adaptors.hpp"
#include "support/debug_range.hpp"
#include "support/engines.hpp"
#include "support/typed_test_case.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

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
  ASKS(iter([all = chain(RANGE)]() mutable { return next(all, checked_number(6)); }, 6), 1, 2, 3, 4,
       5, 6, 7);
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

BOOST_AUTO_TEST_CASE(a_chain_of_ten_million_empty_ranges_is_no_deeper_than_one) {
  generator<std::vector<int>> ranges = [](yielder<std::vector<int>>& yield) {
    for (int i = 0; i < 10'000'000; ++i) yield(std::vector<int>());
    yield(std::vector<int>{7});
  };
  BOOST_TEST(*chain_from_iterable(std::move(ranges)).next() == 7);
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

TYPED_TEST_CASE(bodies_read_a_range_as_far_as_they_are_asked, Engine, engines) {
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
