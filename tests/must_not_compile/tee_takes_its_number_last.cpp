// expect: deepyield: tee() takes the range, then how many shall read it: tee(range, n).
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  auto t = deepyield::itertools::tee(2, v);
  (void)t;
}
