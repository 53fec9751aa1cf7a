// expect: deepyield: merge() takes the order first, then the ranges: merge(less, ranges...).
// one error
#include <deepyield/itertools.hpp>

#include <functional>
#include <vector>

void f(std::vector<int>& a, std::vector<int>& b) {
  for (int i : deepyield::itertools::merge(a, b, std::greater<int>())) (void)i;
}
