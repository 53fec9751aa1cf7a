// expect: deepyield: this adaptor takes a range of ranges, and the elements of this one are no
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::flatten(v)) (void)i;
}
