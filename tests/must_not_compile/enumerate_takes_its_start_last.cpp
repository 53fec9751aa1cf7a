// expect: deepyield: enumerate() takes the range, then the first number: enumerate(range, start).
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& i : deepyield::itertools::enumerate(1, v)) (void)i;
}
