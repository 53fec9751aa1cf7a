// Re-entry: an adaptor whose range refuses, because the range itself is running, loses no element.
// (docs/semantics.md, case 52)
#include "itertools/reentrancy/reentrancy.hpp"

#include <functional>
#include <utility>

// Adapts a generator by reference. The test resumes the generator, whose body asks the adaptor:
// that call is refused, and the adaptor loses no element.
template <class Adapt>
void goes_on_when_its_range_refuses(const char* name, Adapt adapt) {
  std::function<void()> ask = [] {};
  deepyield::generator<number> g = [&](deepyield::yielder<number>& yield) {
    for (int n = 1; n < 7; ++n) {
      ask();
      yield(number(n));
    }
  };
  int none = -1;
  const ints expected =
      numbers_given(adapt(body_of<deepyield::default_engine>({2, 3, 5, 6})), place::function, none);
  BOOST_TEST_CONTEXT(name) {
    auto adapted = adapt(g);
    ask = [&] { BOOST_CHECK_THROW(adapted.next(), already_executing); };
    g.next();
    ask = [] {};
    ints given;
    if (const auto element = adapted.next()) numbers_in{given}(*element);
    ask = [&] { BOOST_CHECK_THROW(adapted.next(), already_executing); };
    if (const auto* passed_by = g.next()) BOOST_TEST(passed_by->value() > 1);
    ask = [] {};
    while (const auto element = adapted.next()) numbers_in{given}(*element);
    // The test took two elements itself. Which ones depends on how many the adaptor reads for its
    // first element, so only the number is compared.
    BOOST_TEST(given.size() == expected.size());
  }
}
#define GOES_ON_WHEN_REFUSED(adapted) \
  goes_on_when_its_range_refuses(#adapted, [](auto&& range) { return adapted; })
#define RANGE std::forward<decltype(range)>(range)

BOOST_AUTO_TEST_CASE(an_adaptor_of_a_generator_goes_on_when_that_refuses) {
  using namespace itertools;
  GOES_ON_WHEN_REFUSED(accumulate(RANGE, called));
  GOES_ON_WHEN_REFUSED(batched(RANGE, 1));
  GOES_ON_WHEN_REFUSED(chain(RANGE));
  GOES_ON_WHEN_REFUSED(enumerate(RANGE));
  GOES_ON_WHEN_REFUSED(filter([](const number&) { return true; }, RANGE));
  GOES_ON_WHEN_REFUSED(groupby(RANGE));
  GOES_ON_WHEN_REFUSED(islice(RANGE, 4));
  GOES_ON_WHEN_REFUSED(itertools::map(called, RANGE));
  GOES_ON_WHEN_REFUSED(peekable(RANGE));
  GOES_ON_WHEN_REFUSED(roundrobin(RANGE));
  GOES_ON_WHEN_REFUSED(itertools::map(called, itertools::map(called, RANGE)));
  GOES_ON_WHEN_REFUSED(std::move(tee(RANGE)[1]));
  GOES_ON_WHEN_REFUSED(zip(RANGE));
  GOES_ON_WHEN_REFUSED(zip_longest(RANGE));
}

BOOST_AUTO_TEST_CASE(what_an_adaptor_keeps_for_later_is_still_there_when_its_range_has_refused) {
  std::function<void()> ask = [] {};
  deepyield::generator<int> g = [&](deepyield::yielder<int>& yield) {
    for (int n = 1; n < 10; ++n) {
      ask();
      yield(n);
    }
  };
  auto pairs = itertools::pairwise(g);
  BOOST_TEST(pairs.next()->second == 2);
  ask = [&] { BOOST_CHECK_THROW(pairs.next(), already_executing); };
  BOOST_TEST(*g.next() == 3);
  ask = [] {};
  BOOST_TEST(pairs.next()->first == 2);

  auto chunks = itertools::chunk_by([](int left, int) { return left % 2 == 1; }, g);
  BOOST_TEST(*chunks.next() == (ints{5, 6}), per_element());  // 7 is kept for the next one
  ask = [&] { BOOST_CHECK_THROW(chunks.next(), already_executing); };
  BOOST_TEST(*g.next() == 8);
  ask = [] {};
  BOOST_TEST(*chunks.next() == (ints{7, 9}), per_element());

  deepyield::generator<int> h = [&](deepyield::yielder<int>& yield) {
    ask();
    for (int n = 1; n < 4; ++n) yield(n);
  };
  auto two = itertools::combinations(h, 2);
  ask = [&] { BOOST_CHECK_THROW(two.next(), already_executing); };
  BOOST_TEST(*h.next() == 1);
  BOOST_TEST(*two.next() == (ints{2, 3}), per_element());
}

BOOST_AUTO_TEST_CASE(branches_of_tee_do_not_keep_for_ever_that_the_range_has_refused) {
  std::function<void()> ask = [] {};
  deepyield::generator<int> g = [&](deepyield::yielder<int>& yield) {
    for (int n = 1; n < 4; ++n) {
      ask();
      yield(n);
    }
  };
  auto branches = itertools::tee(g);
  ask = [&] { BOOST_CHECK_THROW(branches[0].next(), already_executing); };
  BOOST_TEST(*g.next() == 1);
  ask = [] {};
  for (auto& branch : branches) BOOST_TEST(*branch.next() == 2);
}
