// Adaptors: what tee's branches, groups and the element that is current keep, and for how long.
#include "itertools/adaptors/adaptors.hpp"
#include "support/counted.hpp"
#include "support/debug_range.hpp"

#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

BOOST_AUTO_TEST_CASE(a_branch_of_tee_may_lag_by_a_million) {
  constexpr int many = 1'000'000;
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
