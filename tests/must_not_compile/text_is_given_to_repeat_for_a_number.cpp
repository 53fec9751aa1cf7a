// expect: deepyield: repeat() takes a value, then how often to give it, a whole number
// one error
#include <deepyield/itertools.hpp>

void f() {
  for (int i : deepyield::itertools::repeat(1, "3")) (void)i;
}
