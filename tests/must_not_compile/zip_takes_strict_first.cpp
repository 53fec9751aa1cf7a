// expect: deepyield: for ranges of one length, itertools::strict comes first
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& b : deepyield::itertools::zip(v, v, deepyield::itertools::strict)) (void)b;
}
