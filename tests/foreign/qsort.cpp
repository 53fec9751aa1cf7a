// docs/semantics.md, cases 48 and 50: qsort, which passes no user pointer to its comparison, and
// which cannot be stopped before it is done.
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/typed_test_case.hpp"

#include <deepyield/ambient.hpp>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace {

struct question {
  int left, right;
};

// Asks the consumer how two numbers compare. The consumer sends a number below, equal to or above
// 0.
template <class Engine>
using sorting = deepyield::generator<question, int, void, Engine>;

template <class Engine>
using ambient_questions = deepyield::ambient<question, int, Engine>;

template <class Engine>
int ask(const void* left, const void* right) {
  int* answer = nullptr;
  ambient_questions<Engine>::current().try_yield(
      question{*static_cast<const int*>(left), *static_cast<const int*>(right)}, answer);
  return answer ? *answer : 0;  // 0 also once the consumer has left: then the order does not matter
}

// Asks in both directions, and throws if the answers contradict each other.
template <class Engine>
int ask_twice(const void* left, const void* right) {
  const question asked{*static_cast<const int*>(left), *static_cast<const int*>(right)};
  auto& yield = ambient_questions<Engine>::current();
  int order = 0;
  yield.guard([&] {
    const int* const answer = yield(asked);
    const int known = answer ? *answer : 0;
    const int* const opposite = yield(question{asked.right, asked.left});
    if (opposite && (known > 0) == (*opposite > 0))
      throw std::invalid_argument("both ways round the same");
    order = known;
  });
  return order;
}

template <class Engine>
sorting<Engine> sort(std::vector<int>& numbers,
                     int (*compare)(const void*, const void*) = ask<Engine>) {
  return [&numbers, compare](typename sorting<Engine>::yielder_type& yield) {
    ambient_questions<Engine> scope(yield);
    std::qsort(numbers.data(), numbers.size(), sizeof(int), compare);
    yield.rethrow_pending();
  };
}

// So many numbers that the C library allocates memory to sort them, which would leak if the stack
// were just dropped.
std::vector<int> shuffled() {
  std::vector<int> numbers(1009);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    numbers[i] = static_cast<int>(i * 467 % numbers.size());
  return numbers;
}

int ascending(const question& q) { return q.left - q.right; }
int descending(const question& q) { return q.right - q.left; }

void check_nothing_lost(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  std::vector<int> all(shuffled().size());
  std::iota(all.begin(), all.end(), 0);
  BOOST_TEST(numbers == all);
}

}  // namespace

TYPED_TEST_CASE(case_48_the_consumer_answers_all_that_qsort_asks, Engine, engines) {
  auto numbers = shuffled();
  auto questions = sort<Engine>(numbers);
  const question* asked = questions.next();
  while (asked) asked = questions.send(ascending(*asked));
  BOOST_TEST(std::is_sorted(numbers.begin(), numbers.end()));
}

TYPED_TEST_CASE(case_48_leaving_qsort_early_loses_nothing, Engine, engines) {
  auto numbers = shuffled();
  leave_early_in_every_way([&] { return sort<Engine>(numbers); },
                           [&] { check_nothing_lost(numbers); });
}

TYPED_TEST_CASE(case_48_two_sorts_in_step, Engine, engines) {
  auto up = shuffled(), down = shuffled();
  auto of_up = sort<Engine>(up);
  auto of_down = sort<Engine>(down);
  const question *asked_up = of_up.next(), *asked_down = of_down.next();
  while (asked_up || asked_down) {
    if (asked_up) asked_up = of_up.send(ascending(*asked_up));
    if (asked_down) asked_down = of_down.send(descending(*asked_down));
  }
  BOOST_TEST(std::is_sorted(up.begin(), up.end()));
  BOOST_TEST(std::is_sorted(down.rbegin(), down.rend()));
}

TYPED_TEST_CASE(case_50_several_yields_in_a_comparison_of_qsort, Engine, engines) {
  auto numbers = shuffled();
  auto questions = sort<Engine>(numbers, ask_twice<Engine>);
  const question* asked = questions.next();
  while (asked) asked = questions.send(ascending(*asked));
  BOOST_TEST(std::is_sorted(numbers.begin(), numbers.end()));
}

TYPED_TEST_CASE(case_50_leaving_qsort_within_a_comparison_loses_nothing, Engine, engines) {
  auto numbers = shuffled();
  const auto make = [&] { return sort<Engine>(numbers, ask_twice<Engine>); };
  leave_early_in_every_way(make, [&] { check_nothing_lost(numbers); });
}

TYPED_TEST_CASE(case_50_a_comparison_of_qsort_throws, Engine, engines) {
  auto numbers = shuffled();
  auto questions = sort<Engine>(numbers, ask_twice<Engine>);
  questions.next();
  questions.send(1);
  BOOST_CHECK_THROW(questions.send(1), std::invalid_argument);
  check_nothing_lost(numbers);
}
