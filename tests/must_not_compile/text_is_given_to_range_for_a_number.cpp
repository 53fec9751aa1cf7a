// expect: deepyield: range() counts by numbers: range(stop), range(start, stop), range(start
// one error
#include <deepyield/itertools.hpp>

#include <string>

void f() {
  for (int i : deepyield::itertools::range(std::string("3"))) (void)i;
}
