// expect: deepyield: iter() takes a function without parameters, then what ends the range
// one error
#include <deepyield/itertools.hpp>

void f() {
  for (int i : deepyield::itertools::iter(5, 0)) (void)i;
}
