// expect: deepyield: merge_from_iterable() takes the range of ranges, then the order
// one error
#include <deepyield/itertools.hpp>

#include <functional>
#include <vector>

void f(std::vector<std::vector<int>>& v) {
  for (int i : deepyield::itertools::merge_from_iterable(std::greater<int>(), v)) (void)i;
}
