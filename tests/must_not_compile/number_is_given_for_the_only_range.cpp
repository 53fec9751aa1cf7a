// expect: deepyield: this is a number, and a range is due. itertools::range(n) gives the numbers
// one error
#include <deepyield/itertools.hpp>

void f() {
  for (auto& i : deepyield::itertools::cycle(5)) (void)i;
}
