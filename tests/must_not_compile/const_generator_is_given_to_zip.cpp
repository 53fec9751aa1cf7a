// expect: deepyield: a generator, and what an adaptor returns, is read by moving it forward, and
// one error
#include <deepyield/itertools.hpp>

void f(const deepyield::generator<int>& g) {
  for (auto& i : deepyield::itertools::zip(g, g)) (void)i;
}
