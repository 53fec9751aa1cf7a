// expect: deepyield: batched() takes the range, then a whole number: batched(range, n), or
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& b : deepyield::itertools::batched(3, v)) (void)b;
}
