// expect: deepyield: range() takes numbers of one type: name it, as in range<double>(0, 2.5).
// one error
#include <deepyield/itertools.hpp>

void f() {
  for (auto i : deepyield::itertools::range(0, 3.5)) (void)i;
}
