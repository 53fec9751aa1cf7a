// expect: deepyield: std::move it into a generator
// one error
#include <deepyield/itertools.hpp>

void f() {
  auto r = deepyield::itertools::range(3);
  deepyield::generator<int> g = r;
}
