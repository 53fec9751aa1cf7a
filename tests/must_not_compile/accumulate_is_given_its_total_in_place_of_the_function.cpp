// expect: deepyield: accumulate() takes the range, then the function, then the first total
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::accumulate(v, 0)) (void)i;
}
