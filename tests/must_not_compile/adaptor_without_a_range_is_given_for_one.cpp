// expect: deepyield: this adaptor has no range to read. Pipe one into it: range |
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f() {
  for (int i :
       deepyield::itertools::filter([](int n) { return n > 0; }, deepyield::itertools::islice(3)))
    (void)i;
}
