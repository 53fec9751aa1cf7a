// expect: deepyield: this adaptor has no range to read. Pipe one into it: range |
// one error
#include <deepyield/itertools.hpp>

#include <functional>
#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::accumulate(std::plus<int>(), v)) (void)i;
}
