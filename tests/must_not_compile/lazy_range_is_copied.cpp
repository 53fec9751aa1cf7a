// expect: deepyield: it cannot be copied; std::move it
// one error
#include <deepyield/itertools.hpp>

void f() {
  auto r = deepyield::itertools::range(3);
  auto s = r;
}
