// expect: deepyield: iterate() takes the function, then its first argument, to whose type the
// one error
#include <deepyield/itertools.hpp>

void f() {
  for (int i : deepyield::itertools::iterate(1, [](int n) { return n; })) (void)i;
}
