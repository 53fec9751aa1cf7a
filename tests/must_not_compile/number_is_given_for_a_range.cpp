// expect: deepyield: this is a number, and a range is due. itertools::range(n) gives the numbers
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::chain(v, 5)) (void)i;
}
