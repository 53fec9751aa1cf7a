// expect: deepyield: this adaptor has no range to read. Pipe one into it: range |
// one error
#include <deepyield/itertools.hpp>

void f() {
  for (int i : deepyield::itertools::islice(3)) (void)i;
}
