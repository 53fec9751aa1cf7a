// Re-entry while a handle or an element ends: what would destroy a running function is reported,
// and anything else goes on. (docs/semantics.md, case 52)
#include "itertools/reentrancy/reentrancy.hpp"
#include "support/death.hpp"

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

// A branch may be destroyed, or may be read, while an element is copied for it or is destroyed.
BOOST_AUTO_TEST_CASE(a_branch_of_tee_may_end_while_an_element_is_copied_for_it) {
  static int alive;
  alive = 0;
  static std::function<void()> when_copied;
  when_copied = [] {};
  struct counted {
    counted() { ++alive; }
    counted(const counted&) {
      ++alive;
      when_copied();
    }
    ~counted() { --alive; }
  };
  const std::vector<counted> three(3);
  auto branches = itertools::tee(three);
  when_copied = [&] { branches.resize(1); };
  branches[0].next(), branches[0].next();
  BOOST_TEST(alive == 3 + 1);
  branches.clear();
  BOOST_TEST(alive == 3);
}

BOOST_AUTO_TEST_CASE(a_branch_of_tee_may_go_on_while_another_one_ends) {
  const user_range range({1, 2, 3, 4});
  const int alive_before = number::alive;
  auto branches = itertools::tee(range);
  branches[1].next(), branches[1].next();
  const number* read = nullptr;
  const auto once = [&] {
    if (!read) read = branches[1].next();
  };
  reentering(place::destructor, once, [&] { return branches[0].close(), 0; });
  BOOST_TEST(number::alive == alive_before + 1);  // the branch's current element
  BOOST_TEST(read->value() == 3);
  BOOST_TEST(branches[1].next()->value() == 4);
}

BOOST_AUTO_TEST_CASE(what_a_range_keeps_may_ask_it_as_it_ends) {
  struct asking {
    std::function<void()> at_end;
    asking(std::function<void()> f) : at_end(std::move(f)) {}
    asking(asking&& other) : at_end(std::exchange(other.at_end, nullptr)) {}
    ~asking() {
      if (at_end) at_end();
    }
    int operator()(int n) const { return n; }
  };
  using mapped = decltype(itertools::map(asking(nullptr), itertools::range(1)));
  mapped range;
  int refused = 0;
  const auto ask = [&] {
    BOOST_CHECK_THROW(range.next(), already_executing);
    ++refused;
  };
  range = itertools::map(asking(ask), itertools::range(1));
  while (range.next()) continue;
  BOOST_TEST(refused == 1);
  range = itertools::map(asking(ask), itertools::range(1));
  range.close();
  BOOST_TEST(refused == 2);
}

// These calls cannot be refused, as they would destroy the running function: they abort the
// program.
template <class Do>
void dies(Do what_is_wrong) {
  const death end = die_in_child([&] {
    std::function<void()> then = [] {};
    const auto function = [&](int n) {
      then();
      return n;
    };
    using mapped = decltype(itertools::map(function, itertools::range(3)));
    auto range = std::make_unique<mapped>(itertools::map(function, itertools::range(3)));
    then = [&] { what_is_wrong(range); };
    range->next();
  });
  BOOST_TEST(end.aborted);
  BOOST_TEST(end.message.find("deepyield: a lazy range was destroyed, moved from, or assigned to, "
                              "while one of its functions is running") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_range_that_is_destroyed_by_its_own_function_is_reported) {
  dies([](auto& range) { range.reset(); });
}
BOOST_AUTO_TEST_CASE(a_range_that_is_assigned_to_by_its_own_function_is_reported) {
  dies([](auto& range) { *range = {}; });
}
BOOST_AUTO_TEST_CASE(a_range_that_is_moved_by_its_own_function_is_reported) {
  dies([](auto& range) { auto elsewhere = std::move(*range); });
}
BOOST_AUTO_TEST_CASE(a_range_that_is_assigned_from_by_its_own_function_is_reported) {
  dies([](auto& range) {
    std::decay_t<decltype(*range)> elsewhere;
    elsewhere = std::move(*range);
  });
}
BOOST_AUTO_TEST_CASE(a_range_that_is_made_a_generator_by_its_own_function_is_reported) {
  dies([](auto& range) { deepyield::generator<int> elsewhere = std::move(*range); });
}
BOOST_AUTO_TEST_CASE(a_group_that_is_ended_by_its_own_key_function_is_reported) {
  const death end = die_in_child([] {
    std::function<void()> then = [] {};
    auto groups = itertools::groupby(itertools::range(3), [&](int) {
      then();
      return 0;
    });
    auto& group = groups.next()->second;
    then = [&] { groups.close(); };
    while (group.next()) continue;
  });
  BOOST_TEST(end.aborted);
}
