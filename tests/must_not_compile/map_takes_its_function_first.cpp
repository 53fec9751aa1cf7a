// expect: deepyield: map() takes the function, then the ranges: map(function, ranges...).
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::map(v, [](int n) { return n > 0; })) (void)i;
}
