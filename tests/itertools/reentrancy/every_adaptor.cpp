// Re-entry: every adaptor that is asked for an element while it makes one refuses that call only,
// and goes on unharmed. Any function of a user may ask. (docs/semantics.md, case 52)
#include "itertools/reentrancy/reentrancy.hpp"

#include <utility>
#include <vector>

template <class Make>
void goes_on(const char* name, Make make) {
  int none = -1, refused = 0;
  const ints expected = numbers_given(make(), place::function, none);
  BOOST_TEST_CONTEXT(name) {
    for (const place from : {place::function, place::comparison, place::hash, place::copy,
                             place::move, place::destructor, place::source})
      BOOST_TEST_CONTEXT("place " << static_cast<int>(from))
    BOOST_TEST(numbers_given(make(), from, refused) == expected, per_element());
    BOOST_TEST(refused > 0);
  }
}
#define GOES_ON(adapted) goes_on(#adapted, [] { return adapted; })

template <class Source>
void all_adaptors_go_on(Source source) {
  using namespace itertools;
  static Source range = source;
  static const auto user_map = [](auto&& function, auto&&... ranges) {
    return itertools::map(std::forward<decltype(function)>(function),
                          std::forward<decltype(ranges)>(ranges)...);
  };
  static const auto lists = [](const number& n) { return std::vector<number>(2, n); };
  GOES_ON(accumulate(range(), called));
  GOES_ON(accumulate(range(), called, number(5)));
  GOES_ON(batched(range(), 4));
  GOES_ON(chain(range(), range()));
  GOES_ON(chunk_by(holds, range()));
  GOES_ON(combinations(range(), 2));
  GOES_ON(combinations_with_replacement(range(), 2));
  GOES_ON(compress(range(), user_map(holds, range())));
  GOES_ON(cycle(range()) | islice(14));
  GOES_ON(dropwhile(holds, range()));
  GOES_ON(enumerate(range()));
  GOES_ON(filter(holds, range()));
  GOES_ON(filterfalse(holds, range()));
  GOES_ON(flatten(user_map(lists, range())));
  GOES_ON(groupby(range()));
  GOES_ON(groupby(range(), called));
  GOES_ON(interleave(range(), range()));
  GOES_ON(interleave_from_iterable(user_map(lists, range())));
  GOES_ON(islice(range(), 1, 5, 2));
  GOES_ON(iter([n = 0]() mutable { return called(number(++n)); }, number(4)));
  GOES_ON(iterate(called, number(1)) | islice(4));
  GOES_ON(user_map(called, range()));
  GOES_ON(user_map(called, range(), range()));
  GOES_ON(itertools::merge(range(), range()));
  GOES_ON(itertools::merge(is_less, range(), range(), range()));
  GOES_ON(merge_from_iterable(user_map(lists, range())));
  GOES_ON(pairwise(range()));
  GOES_ON(itertools::partition(holds, range()).first);
  GOES_ON(itertools::partition(holds, range()).second);
  GOES_ON(peekable(range()));
  GOES_ON(permutations(range() | islice(3)));
  GOES_ON(permutations(range(), 2));
  GOES_ON(powerset(range() | islice(3)));
  GOES_ON(product(range(), range()));
  GOES_ON(product(range(), 2));
  GOES_ON(product_from_iterable(user_map(lists, range())));
  GOES_ON(roundrobin(range(), range()));
  GOES_ON(roundrobin_from_iterable(user_map(lists, range())));
  GOES_ON(starmap(called, zip(range(), range())));
  GOES_ON(takewhile(holds, range()));
  GOES_ON(std::move(tee(range())[0]));
  GOES_ON(unique_everseen(range()));
  GOES_ON(unique_everseen(range(), called));
  GOES_ON(unique_justseen(range()));
  GOES_ON(unique_justseen(range(), called));
  GOES_ON(sliding_window(range(), 3));
  GOES_ON(zip(range(), range()));
  GOES_ON(zip_from_iterable(user_map(lists, range())));
  GOES_ON(zip_longest(range(), range() | islice(2)));
  GOES_ON(zip_longest(fillvalue(number(7)), range(), range() | islice(2)));
  GOES_ON(zip_longest_from_iterable(user_map(lists, range())));
  GOES_ON(zip_longest_from_iterable(fillvalue(number(7)), user_map(lists, range())));
}

BOOST_AUTO_TEST_CASE(
    every_adaptor_of_a_container_refuses_what_its_users_functions_ask_of_it_and_goes_on) {
  all_adaptors_go_on([] { return user_range(six); });
}
BOOST_AUTO_TEST_CASE(
    every_adaptor_of_a_generator_refuses_what_its_users_functions_ask_of_it_and_goes_on) {
  all_adaptors_go_on([] { return body_of<deepyield::default_engine>(); });
}
