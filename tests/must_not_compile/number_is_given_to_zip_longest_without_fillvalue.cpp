// expect: deepyield: this is a number, and a range is due. itertools::range(n) gives the numbers
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& i : deepyield::itertools::zip_longest(v, 0)) (void)i;
}
