// What the tests of adaptors share.
#pragma once

#include <deepyield/itertools.hpp>

#include <boost/test/unit_test.hpp>

#include <utility>
#include <vector>

using namespace deepyield::itertools;
using boost::test_tools::per_element;
using deepyield::generator;
using deepyield::yielder;

// The range that a generic lambda adapts.
#define RANGE std::forward<decltype(range)>(range)

template <class Range>
std::vector<int> numbers_of(Range&& range) {
  std::vector<int> all;
  for (auto&& number : range) all.push_back(number);
  return all;
}
