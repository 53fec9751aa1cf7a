// expect: deepyield: this cannot be read while const; remove const
// one error
#include <deepyield/itertools.hpp>

void f() {
  const auto r = deepyield::itertools::range(5);
  for (int i : r) (void)i;
}
