// expect: deepyield: iter() ends where function() == sentinel, and these two have no ==.
// one error
#include <deepyield/itertools.hpp>

#include <string>

void f() {
  for (int i : deepyield::itertools::iter([] { return 1; }, std::string())) (void)i;
}
