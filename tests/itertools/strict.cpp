// zip and map with itertools::strict: ranges of different lengths (PEP 618).
#include "itertools/adaptors/adaptors.hpp"

#include <deepyield/to.hpp>

#include <functional>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

using deepyield::to;
using deepyield::itertools::strict;
using deepyield::itertools::zip;

using ints = std::vector<int>;

// What reading to the end throws; "" for nothing.
template <class Range>
std::string refusal(Range range) {
  try {
    while (range.next()) continue;
  } catch (const std::invalid_argument& error) {
    BOOST_TEST(!range.next());  // it has ended
    return error.what();
  }
  return "";
}

BOOST_AUTO_TEST_CASE(ranges_of_one_length_pass) {
  BOOST_TEST((to<std::vector>(zip(strict, ints{1, 2}, ints{3, 4})) ==
              std::vector<std::tuple<int, int>>{{1, 3}, {2, 4}}));
  BOOST_TEST((to<std::vector>(deepyield::itertools::map(strict, std::plus<int>(), ints{1, 2},
                                                        ints{3, 4})) == ints{4, 6}));
  BOOST_TEST(refusal(zip(strict, ints{1}, ints{1}, ints{1})) == "");
  BOOST_TEST(refusal(zip(strict, ints(), ints())) == "");
  BOOST_TEST(refusal(zip(strict, ints{1})) == "");
  BOOST_TEST(refusal(zip(strict)) == "");
  BOOST_TEST(refusal(deepyield::itertools::map(strict, std::negate<int>(), ints{1})) == "");
}

BOOST_AUTO_TEST_CASE(the_first_that_differs_is_named) {
  const ints one{1}, two{1, 2};
  BOOST_TEST(refusal(zip(strict, two, one)) ==
             "deepyield: range 2 of zip(strict, ...) is shorter than range 1");
  BOOST_TEST(refusal(zip(strict, one, two)) ==
             "deepyield: range 2 of zip(strict, ...) is longer than range 1");
  BOOST_TEST(refusal(zip(strict, two, two, one)) ==
             "deepyield: range 3 of zip(strict, ...) is shorter than ranges 1-2");
  BOOST_TEST(refusal(zip(strict, one, one, two)) ==
             "deepyield: range 3 of zip(strict, ...) is longer than ranges 1-2");
  BOOST_TEST(refusal(zip(strict, ints(), one)) ==
             "deepyield: range 2 of zip(strict, ...) is longer than range 1");
  BOOST_TEST(refusal(deepyield::itertools::map(strict, std::plus<int>(), two, one)) ==
             "deepyield: range 2 of map(strict, ...) is shorter than range 1");
}

// A range that notes each question.
generator<int> noting(std::string& log, char name, int elements) {
  return [&log, name, elements](yielder<int>& yield) {
    for (int i = 0; i < elements; ++i) {
      log += name;
      yield(i);
    }
    log += name;
  };
}

// As CPython does it: where one has ended, no range after the first that differs is asked.
BOOST_AUTO_TEST_CASE(ranges_are_asked_in_order) {
  std::string log;
  const auto asked = [&](int a, int b, int c) {
    log.clear();
    refusal(zip(strict, noting(log, 'a', a), noting(log, 'b', b), noting(log, 'c', c)));
    return log;
  };
  BOOST_TEST(asked(1, 1, 1) == "abcabc");
  BOOST_TEST(asked(1, 2, 1) == "abcab");
  BOOST_TEST(asked(2, 1, 2) == "abcab");
  BOOST_TEST(asked(1, 1, 2) == "abcabc");
}

BOOST_AUTO_TEST_CASE(the_same_range_twice_is_refused_as_without) {
  std::string log;
  auto range = noting(log, 'a', 1);
  BOOST_CHECK_THROW((void)zip(strict, range, range), std::invalid_argument);
}
