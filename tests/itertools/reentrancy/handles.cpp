// Re-entry through any handle of what is running: groups, parts, branches and copies refuse, and
// none of them loses an element. (docs/semantics.md, case 52)
#include "itertools/reentrancy/reentrancy.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/consumer.hpp>
#include <deepyield/shared_generator.hpp>

#include <functional>
#include <stdexcept>
#include <utility>
#include <vector>

template <class Range>
ints values_of(Range& range) {
  ints all;
  while (const auto* n = range.next()) all.push_back(n->value());
  return all;
}

TYPED_TEST_CASE(a_group_is_read_whole_although_each_of_its_users_functions_asks_for_the_next_group,
                Engine, engines) {
  for (const place from :
       {place::function, place::comparison, place::move, place::destructor, place::source})
    BOOST_TEST_CONTEXT("place " << static_cast<int>(from)) {
      auto groups = itertools::groupby(body_of<Engine>(), called);
      ints keys, elements;
      int refused = 0;
      while (auto* const group = groups.next()) {
        keys.push_back(group->first.value());
        const auto ask = [&] {
          BOOST_CHECK_THROW(groups.next(), already_executing);
          BOOST_CHECK_THROW(groups.begin(), already_executing);
          ++refused;
        };
        while (const auto* n = reentering(from, ask, [&] { return group->second.next(); }))
          elements.push_back(n->value());
      }
      BOOST_TEST(keys == (ints{1, 2, 3}), per_element());
      BOOST_TEST(elements == six, per_element());
      BOOST_TEST(refused > 0);
    }
}

TYPED_TEST_CASE(groups_lose_nothing_when_the_next_one_is_asked_for_and_asks_the_one_before, Engine,
                engines) {
  for (const place from : {place::function, place::comparison, place::copy, place::move,
                           place::destructor, place::source})
    BOOST_TEST_CONTEXT("place " << static_cast<int>(from)) {
      auto groups = itertools::groupby(body_of<Engine>(), called);
      auto first = std::move(groups.next()->second);
      ints keys, elements;
      int refused = 0;
      const auto ask = [&] {
        BOOST_CHECK_THROW(first.next(), already_executing);
        ++refused;
      };
      while (auto* const group = reentering(from, ask, [&] { return groups.next(); })) {
        keys.push_back(group->first.value());
        for (const int n : values_of(group->second)) elements.push_back(n);
      }
      BOOST_TEST(keys == (ints{2, 3}), per_element());
      BOOST_TEST(elements == (ints{2, 2, 3}), per_element());
      BOOST_TEST(refused > 0);
      BOOST_TEST(!first.next());
    }
}

TYPED_TEST_CASE(both_parts_get_all_that_is_theirs_although_one_is_asked_on_behalf_of_the_other,
                Engine, engines) {
  for (const place from : {place::function, place::move, place::destructor, place::source})
    for (const bool first : {false, true})
      BOOST_TEST_CONTEXT("place " << static_cast<int>(from) << ", first " << first) {
        auto parts = itertools::partition(holds, body_of<Engine>({0, 1, 2, 3, 4, 5}));
        auto& asking = first ? parts.first : parts.second;
        auto& asked = first ? parts.second : parts.first;
        int refused = 0;
        ints got, got_by_asked;
        const auto ask = [&] {
          try {
            if (const auto* n = asked.next())
              // reached when the other one ends and destroys its last element
              got_by_asked.push_back(n->value());
          } catch (const already_executing&) {
            ++refused;
          }
        };
        while (const auto* n = reentering(from, ask, [&] { return asking.next(); }))
          got.push_back(n->value());
        for (const int n : values_of(asked)) got_by_asked.push_back(n);
        BOOST_TEST(got == (first ? ints{0, 2, 4} : ints{1, 3, 5}), per_element());
        BOOST_TEST(got_by_asked == (first ? ints{1, 3, 5} : ints{0, 2, 4}), per_element());
        BOOST_TEST(refused >= 3);
      }
}

TYPED_TEST_CASE(both_branches_give_all_although_the_range_asks_one_on_behalf_of_the_other, Engine,
                engines) {
  for (const place from : {place::function, place::move, place::source})
    BOOST_TEST_CONTEXT("place " << static_cast<int>(from)) {
      auto branches = itertools::tee(itertools::map(called, body_of<Engine>()));
      int refused = 0;
      const auto ask = [&] {
        BOOST_CHECK_THROW(branches[1].next(), already_executing);
        ++refused;
      };
      ints first, second;
      for (;;) {
        const auto* n = reentering(from, ask, [&] { return branches[0].next(); });
        if (!n) break;
        first.push_back(n->value());
        second.push_back(branches[1].next()->value());
      }
      BOOST_TEST(first == six, per_element());
      BOOST_TEST(second == six, per_element());
      BOOST_TEST(!branches[1].next());
      BOOST_TEST(refused > 0);
    }
}

// As in Python: the Hamming numbers (no prime factor above 5), computed from themselves.
TYPED_TEST_CASE(a_branch_gives_what_is_kept_also_to_the_range_itself, Engine, engines) {
  std::vector<deepyield::lazy_range<deepyield::detail::tee_cursor<generator_on<Engine, int>&>>>
      branches;
  const auto times = [](int factor) { return [factor](int n) { return factor * n; }; };
  generator_on<Engine, int> hamming = [&](yielder_on<Engine, int>& yield) {
    yield(1);
    auto all = itertools::merge(itertools::map(times(2), branches[0]),
                                itertools::map(times(3), branches[1]),
                                itertools::map(times(5), branches[2]));
    yield.from(itertools::unique_justseen(all));
  };
  branches = itertools::tee(hamming, 4);
  ints first;
  for (int n : itertools::islice(branches[3], 12)) first.push_back(n);
  BOOST_TEST(first == (ints{1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16}), per_element());
}

BOOST_AUTO_TEST_CASE(an_adaptor_of_a_handle_goes_on_too_when_that_refuses) {
  std::function<void()> ask = [] {};
  auto parts = itertools::partition(
      [&](int n) {
        ask();
        return n % 2 == 1;
      },
      itertools::range(6));
  auto doubled = itertools::map([](int n) { return 2 * n; }, std::move(parts.first));
  auto batches = itertools::batched(doubled, 2);
  ask = [&] { BOOST_CHECK_THROW(batches.next(), already_executing); };
  ints odd;
  while (const int* n = parts.second.next()) odd.push_back(*n);
  ask = [] {};
  ints even;
  for (const auto& batch : batches) even.insert(even.end(), batch.begin(), batch.end());
  BOOST_TEST(odd == (ints{1, 3, 5}), per_element());
  BOOST_TEST(even == (ints{0, 4, 8}), per_element());
}

// An exception of a user's function ends the handle that was asked, as always. The other handles
// are free again.
BOOST_AUTO_TEST_CASE(other_handles_are_free_again_after_an_error) {
  const auto fails_at = [](int value) {
    return [value](int n) {
      if (n == value) throw std::runtime_error("the function fails");
      return n / 2;
    };
  };
  auto groups = itertools::groupby(itertools::range(6), fails_at(1));
  auto& first = groups.next()->second;
  BOOST_TEST(*first.next() == 0);
  BOOST_CHECK_THROW(first.next(), std::runtime_error);
  BOOST_TEST(groups.next()->first == 1);

  auto parts = itertools::partition(fails_at(1), itertools::range(6));
  BOOST_CHECK_THROW(parts.second.next(), std::runtime_error);
  BOOST_TEST(*parts.first.next() == 0);
}

BOOST_AUTO_TEST_CASE(iterators_of_a_peekable_range_are_not_at_its_end_after_a_refused_begin) {
  std::function<void()> ask = [] {};
  auto ahead = itertools::peekable(itertools::map(
      [&](int n) {
        ask();
        return n;
      },
      itertools::range(4)));
  const auto at = ahead.begin();
  ask = [&] { BOOST_CHECK_THROW(ahead.begin(), already_executing); };
  ahead.peek();
  ask = [] {};
  BOOST_CHECK(at != ahead.end());
  BOOST_TEST(*ahead.next() == 1);
}

TYPED_TEST_CASE(copies_of_a_shared_generator_refuse_while_it_runs_and_go_on, Engine, engines) {
  deepyield::shared_generator<int, void, void, Engine> one, other;
  one = other = deepyield::share(generator_on<Engine, int>([&](yielder_on<Engine, int>& yield) {
    for (int n = 0; n < 3; ++n) {
      BOOST_CHECK_THROW(other.next(), already_executing);
      BOOST_CHECK_THROW(other.begin(), already_executing);
      BOOST_CHECK_THROW(other.close(), already_executing);
      yield(n);
    }
  }));
  ints all;
  for (const int n : one) all.push_back(n);
  BOOST_TEST(all == (ints{0, 1, 2}), per_element());
}

TYPED_TEST_CASE(a_consumer_refuses_while_its_body_runs_and_goes_on, Engine, engines) {
  deepyield::consumer<int, int, Engine> sum;
  sum = [&](deepyield::source<int, Engine>& input) {
    int all = 0;
    for (const int n : input) {
      BOOST_CHECK_THROW(sum.push(n), already_executing);
      BOOST_CHECK_THROW(sum.finish(), already_executing);
      BOOST_CHECK_THROW(sum.close(), already_executing);
      all += n;
    }
    return all;
  };
  for (const int n : {1, 2, 3}) BOOST_TEST(sum.push(n));
  BOOST_TEST(sum.finish() == 6);
}
