// qsort.hpp, left early: the numbers are all there, sorted. That qsort's memory is freed,
// AddressSanitizer and Valgrind see.
#include "qsort.hpp"

#include "support/leave_early.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace {

// So many numbers that the C library allocates memory to sort them.
std::vector<int> shuffled() {
  std::vector<int> numbers(1009);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    numbers[i] = static_cast<int>(i * 467 % numbers.size());
  return numbers;
}

std::vector<int> sorted() {
  std::vector<int> numbers(1009);
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

}  // namespace

BOOST_AUTO_TEST_CASE(leaving_early_sorts_all_the_same) {
  std::vector<int> numbers;
  const auto make = [&] {
    numbers = shuffled();
    return sorting(numbers);
  };
  leave_early_in_every_way(make, [&] { BOOST_CHECK(numbers == sorted()); }, 5);
}

BOOST_AUTO_TEST_CASE(two_sorts_in_step) {
  std::vector<int> numbers = shuffled(), others = shuffled();
  auto one = sorting(numbers), other = sorting(others);
  while (const comparison* const now = one.next()) {
    const comparison* const same = other.next();
    BOOST_REQUIRE(same);
    BOOST_REQUIRE(now->left == same->left);
    BOOST_REQUIRE(now->right == same->right);
  }
  BOOST_CHECK(!other.next());
  BOOST_CHECK(numbers == sorted());
  BOOST_CHECK(others == sorted());
}
