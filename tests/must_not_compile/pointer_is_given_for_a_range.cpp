// expect: deepyield: this is a pointer, and a range is due, which also tells the end. Pass the
// one error
#include <deepyield/itertools.hpp>

void f(int* p) {
  for (int i : deepyield::itertools::islice(p, 3)) (void)i;
}
