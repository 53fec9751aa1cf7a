// expect: deepyield: islice() takes the range, then whole numbers: islice(range, stop) or
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::islice(3, v)) (void)i;
}
