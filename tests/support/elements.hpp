// Collects all elements of a generator, to compare them.
#pragma once

#include <type_traits>
#include <vector>

template <class Range>
std::vector<typename std::decay_t<Range>::value_type> all(Range&& range) {
  return {range.begin(), range.end()};
}

#define CHECK_YIELDS(generator, ...) \
  BOOST_TEST(all(generator) == (__VA_ARGS__), boost::test_tools::per_element())
