// lazy_range, which the adaptors of itertools return: how it behaves as a range and as an object.
// What each adaptor does is tested in adaptors/.
#include "support/engines.hpp"
#include "support/ranges.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/itertools.hpp>
#include <deepyield/shared_generator.hpp>

#include <boost/range/adaptor/filtered.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <limits>
#include <memory>
#include <numeric>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>
#if HAS_STD_RANGES
#include <ranges>
#endif

namespace itertools = deepyield::itertools;
using boost::test_tools::per_element;
using deepyield::generator;
using deepyield::yielder;
using ints = std::vector<int>;

generator<int> count_up_to(int n) {
  return [n](yielder<int>& yield) {
    for (int i = 1; i <= n; ++i) yield(i);
  };
}

const auto square = [](int i) { return i * i; };
const auto odd = [](int i) { return i % 2 == 1; };

template <class Range>
std::vector<int> numbers_of(Range&& range) {
  return {range.begin(), range.end()};
}

BOOST_AUTO_TEST_CASE(is_moved_but_not_copied) {
  using squares = decltype(itertools::map(square, count_up_to(1)));
  static_assert(std::is_nothrow_move_constructible<squares>::value &&
                    std::is_nothrow_move_assignable<squares>::value,
                "");
  static_assert(
      !std::is_copy_constructible<squares>::value && !std::is_copy_assignable<squares>::value, "");
  static_assert(std::is_same<std::iterator_traits<squares::iterator>::iterator_category,
                             std::input_iterator_tag>::value,
                "");
  BOOST_TEST(numbers_of(squares()).empty());
}

// Adapts an rvalue container, an array (which cannot be moved without invalidating its iterators)
// and a generator, and moves the result half-way.
template <class Adapt>
void goes_on_when_moved(const char* name, const ints& expected, Adapt adapt) {
  const auto check = [&](auto adapted) {
    ints given{*adapted.next(), *adapted.next()};
    auto moved = std::move(adapted);
    BOOST_TEST(!adapted.next());
    given.push_back(*moved.next());
    decltype(moved) again;
    again = std::move(moved);
    for (int rest : again) given.push_back(rest);
    BOOST_TEST_CONTEXT(name) BOOST_TEST(given == expected, per_element());
  };
  check(adapt(ints{1, 2, 3, 4, 5}));
  check(adapt(std::array<int, 5>{{1, 2, 3, 4, 5}}));
  check(adapt(count_up_to(5)));
  check(adapt(
      itertools::map(std::negate<int>(), itertools::map(std::negate<int>(), count_up_to(5)))));
}
#define GOES_ON_WHEN_MOVED(adapted, ...) \
  goes_on_when_moved(#adapted, {__VA_ARGS__}, [](auto&& range) { return adapted; })
#define RANGE std::forward<decltype(range)>(range)

BOOST_AUTO_TEST_CASE(goes_on_where_it_was_when_it_is_moved) {
  GOES_ON_WHEN_MOVED(itertools::accumulate(RANGE), 1, 3, 6, 10, 15);
  GOES_ON_WHEN_MOVED(itertools::chain(RANGE, ints{6}), 1, 2, 3, 4, 5, 6);
  GOES_ON_WHEN_MOVED(itertools::islice(itertools::cycle(RANGE), 7), 1, 2, 3, 4, 5, 1, 2);
  GOES_ON_WHEN_MOVED(itertools::dropwhile([](int) { return false; }, RANGE), 1, 2, 3, 4, 5);
  GOES_ON_WHEN_MOVED(itertools::filter(odd, itertools::chain(RANGE, ints{7})), 1, 3, 5, 7);
  GOES_ON_WHEN_MOVED(itertools::interleave(RANGE, ints{7, 8}), 1, 7, 2, 8);
  GOES_ON_WHEN_MOVED(itertools::islice(RANGE, 1, 5), 2, 3, 4, 5);
  GOES_ON_WHEN_MOVED(
      itertools::iter([all = itertools::chain(RANGE)]() mutable { return next(all); }, 5), 1, 2, 3,
      4);
  GOES_ON_WHEN_MOVED(itertools::map(square, RANGE), 1, 4, 9, 16, 25);
  GOES_ON_WHEN_MOVED(itertools::merge(RANGE, std::vector<short>{2, 9}), 1, 2, 2, 3, 4, 5, 9);
  GOES_ON_WHEN_MOVED(itertools::roundrobin(RANGE, ints{7}), 1, 7, 2, 3, 4, 5);
  GOES_ON_WHEN_MOVED(
      itertools::map([](auto& both) { return both[0] * both[1]; },
                     itertools::product_from_iterable(itertools::map(
                         [](int n) { return ints{n, n + 1}; }, itertools::islice(RANGE, 2)))),
      2, 3, 4, 6);
  GOES_ON_WHEN_MOVED(itertools::starmap(std::plus<int>(), itertools::zip(RANGE, ints{1, 1, 1, 1})),
                     2, 3, 4, 5);
  GOES_ON_WHEN_MOVED(itertools::starmap(std::plus<int>(), itertools::pairwise(RANGE)), 3, 5, 7, 9);
  GOES_ON_WHEN_MOVED(itertools::takewhile([](int i) { return i < 5; }, RANGE), 1, 2, 3, 4);
  GOES_ON_WHEN_MOVED(itertools::unique_everseen(RANGE), 1, 2, 3, 4, 5);
  GOES_ON_WHEN_MOVED(itertools::flatten(itertools::map([](const ints& n) { return n; },
                                                       itertools::batched(RANGE, 2))),
                     1, 2, 3, 4, 5);
  GOES_ON_WHEN_MOVED(itertools::flatten(itertools::permutations(RANGE, 1)), 1, 2, 3, 4, 5);
  GOES_ON_WHEN_MOVED(itertools::flatten(itertools::permutations(RANGE)) | itertools::islice(3, 8),
                     4, 5, 1, 2, 3);
  GOES_ON_WHEN_MOVED(itertools::partition(odd, RANGE).second, 1, 3, 5);
  GOES_ON_WHEN_MOVED(std::move(itertools::tee(RANGE)[1]), 1, 2, 3, 4, 5);
  GOES_ON_WHEN_MOVED(itertools::map([](auto& group) { return group.first; },
                                    itertools::groupby(RANGE, [](int n) { return n / 2; })),
                     0, 1, 2);
  GOES_ON_WHEN_MOVED(itertools::map([](auto& three) { return three.front(); },
                                    itertools::sliding_window(RANGE, 3)),
                     1, 2, 3);
  GOES_ON_WHEN_MOVED(itertools::flatten(itertools::combinations(RANGE, 4)) | itertools::islice(5),
                     1, 2, 3, 4, 1);
}

// Makes two equal ranges, and moves one of them to and fro before each element.
template <class Make>
void gives_the_same_when_moved_at_each_step(const char* name, Make make) {
  auto moved = make(), unmoved = make();
  for (int step = 0; step < 40; ++step) {
    const auto* const expected = unmoved.next();
    const auto* const given = moved.next();
    BOOST_TEST_CONTEXT(name << ", step " << step) {
      BOOST_REQUIRE((given != nullptr) == (expected != nullptr));
      if (!given) return;
      BOOST_TEST(*given == *expected);
    }
    auto elsewhere = std::move(moved);
    moved = std::move(elsewhere);
  }
}
#define SAME_WHEN_MOVED(adapted) \
  gives_the_same_when_moved_at_each_step(#adapted, [&] { return adapted; })

BOOST_AUTO_TEST_CASE(goes_on_at_each_step_when_what_it_reads_looks_ahead) {
  using namespace itertools;
  const auto make = [] {
    return generator<int>(
        [](yielder<int>& yield) { yield(0), yield(0), yield(1), yield(1), yield(2); });
  };
  SAME_WHEN_MOVED(merge(chain(ints{1, 4}, ints{5, 9}), chain(ints{2, 3})));
  SAME_WHEN_MOVED(merge(unique_justseen(chain(make())), unique_justseen(chain(make()))));
  SAME_WHEN_MOVED(merge(filter(odd, islice(cycle(ints{1}), 4)), islice(cycle(ints{1}), 4)));
  SAME_WHEN_MOVED(
      merge(map(square, make()), roundrobin(make(), ints{7}), interleave(ints{1, 5}, ints{2, 6})));
  SAME_WHEN_MOVED(merge(peekable(map(square, make())), peekable(chain(ints{3}, make()))));
  SAME_WHEN_MOVED(merge(merge(make(), ints{1}), merge(ints{2}, make())));
  SAME_WHEN_MOVED(merge(partition(odd, make()).first, partition(odd, ints{1, 2, 3}).second));
  SAME_WHEN_MOVED(merge(std::move(tee(make())[0]), std::move(tee(ints{0, 1, 1, 4})[1])));
  SAME_WHEN_MOVED(merge(flatten(batched(make(), 2)), flatten(batched(ints{0, 2, 5}, 2))));
  SAME_WHEN_MOVED(interleave(chain(ints{1, 4}, ints{5, 9}), chain(ints{2, 3, 4})));
  SAME_WHEN_MOVED(peekable(chain(ints{1, 4}, ints{5, 9})));
  SAME_WHEN_MOVED(chain(merge(make(), make()), map(square, make())));
  SAME_WHEN_MOVED(unique_everseen(accumulate(
      flatten(map([](int n) { return ints(static_cast<std::size_t>(n), n); }, make())))));
}

BOOST_AUTO_TEST_CASE(what_was_peeked_at_is_next_also_when_it_is_moved) {
  auto ahead = itertools::peekable(itertools::map(square, count_up_to(3)));
  BOOST_TEST(*ahead.peek() == 1);
  auto moved = std::move(ahead);
  BOOST_TEST(*moved.peek() == 1);
  BOOST_TEST(!ahead.peek());
  BOOST_TEST(!ahead.next());
  ahead = std::move(moved);
  BOOST_TEST(!moved.peek());
  auto of_several = itertools::peekable(itertools::chain(ints{1}, ints{2}));
  of_several.peek();
  auto several_moved = std::move(of_several);
  BOOST_TEST(*several_moved.next() == 1);
  moved = std::move(ahead);
  BOOST_TEST(numbers_of(moved) == (ints{1, 4, 9}), per_element());
}

BOOST_AUTO_TEST_CASE(ends_with_what_was_moved_into_it) {
  const auto alive = std::make_shared<int>();
  const auto body = [alive](yielder<int>& yield) { yield(1), yield(2); };
  auto closed = itertools::map([alive](int i) { return i; }, generator<int>(body));
  closed.next();
  closed.close();
  BOOST_TEST(!closed.next());
  auto read = itertools::filter([alive](int) { return true; }, generator<int>(body));
  while (read.next()) {
  }
  auto assigned = itertools::islice(generator<int>(body), 2);
  assigned.next();
  assigned = {};
  BOOST_TEST(alive.use_count() == 2);  // the body's own
}

BOOST_AUTO_TEST_CASE(is_not_resumed_by_its_own_function) {
  std::function<int()> take = [] { return 0; };
  auto squares = itertools::map([&](int i) { return i + take(); }, count_up_to(3));
  BOOST_TEST(*squares.next() == 1);
  take = [&] { return *squares.next(); };
  BOOST_CHECK_THROW(squares.next(), deepyield::already_executing);
  BOOST_TEST(!squares.next());

  std::function<void()> close = [] {};
  auto closing = itertools::filter(
      [&](int) {
        close();
        return true;
      },
      count_up_to(3));
  close = [&] { closing.close(); };
  BOOST_CHECK_THROW(closing.next(), deepyield::already_executing);
}

BOOST_AUTO_TEST_CASE(next_as_of_a_generator) {
  auto squares = itertools::map(square, count_up_to(2));
  BOOST_TEST(next(squares) == 1);
  BOOST_TEST(next(squares, 0) == 4);
  BOOST_TEST(next(squares, 0) == 0);
  BOOST_CHECK_THROW(next(squares), deepyield::stop_iteration);
}

TYPED_TEST_CASE(is_a_generator_where_one_is_wanted, Engine, engines) {
  ints elements{1, 2, 3};
  generator_on<Engine, int&> referring = itertools::filter(odd, elements);
  for (int& element : referring) element += 10;
  BOOST_TEST(elements == (ints{11, 2, 13}), per_element());
  generator_on<Engine, int> squares = itertools::map(square, ints{1, 2});
  BOOST_TEST(numbers_of(squares) == (ints{1, 4}), per_element());
  generator_on<Engine, int> delegating = [](yielder_on<Engine, int>& yield) {
    yield.from(itertools::map(square, ints{2, 3}));
  };
  BOOST_TEST(numbers_of(delegating) == (ints{4, 9}), per_element());
}

BOOST_AUTO_TEST_CASE(is_shared_as_a_generator_is) {
  auto one = deepyield::share(itertools::map(square, count_up_to(3)));
  auto other = one;
  BOOST_TEST(*one.next() == 1);
  BOOST_TEST(numbers_of(other) == (ints{4, 9}), per_element());
}

BOOST_AUTO_TEST_CASE(goes_where_a_generator_goes) {
  auto squares = itertools::map(square, count_up_to(5));
  BOOST_TEST(numbers_of(squares | boost::adaptors::filtered(odd)) == (ints{1, 9, 25}),
             per_element());
  auto sum = itertools::accumulate(ints{1, 2, 3});
  BOOST_TEST(std::accumulate(sum.begin(), sum.end(), 0) == 10);
#if HAS_STD_RANGES
  static_assert(std::ranges::input_range<decltype(squares)> &&
                !std::ranges::view<decltype(squares)>);
  auto others = itertools::map(square, count_up_to(5));
  BOOST_TEST(std::ranges::count_if(others | std::views::filter(odd), odd) == 3);
#if __cpp_lib_ranges >= 202110L
  int found = 0;
  for (int each : itertools::map(square, count_up_to(5)) |
                      std::views::take_while([](int i) { return i < 16; }))
    found += each;
  BOOST_TEST(found == 1 + 4 + 9);
#endif
#endif
}

BOOST_AUTO_TEST_CASE(bits_have_no_references_to_give) {
  const std::vector<bool> bits{false, true};
  std::string table;
  for (const auto& row : itertools::product(bits, bits))
    table += std::to_string(std::get<0>(row)) + std::to_string(std::get<1>(row)) + ' ';
  BOOST_TEST(table == "00 01 10 11 ");
  BOOST_TEST(numbers_of(itertools::cycle(bits) | itertools::islice(5)) == (ints{0, 1, 0, 1, 0}),
             per_element());
}

BOOST_AUTO_TEST_CASE(range_reaches_from_the_least_number_to_the_largest) {
  constexpr int least = (std::numeric_limits<int>::min)(),
                largest = (std::numeric_limits<int>::max)();
  BOOST_TEST(
      numbers_of(itertools::range(least, largest, largest)) == (ints{least, -1, largest - 1}),
      per_element());
  BOOST_TEST(numbers_of(itertools::range(largest, least, least)) == (ints{largest, -1}),
             per_element());
  BOOST_TEST(numbers_of(itertools::range<unsigned char>(0, 255, 100)) == (ints{0, 100, 200}),
             per_element());
}
