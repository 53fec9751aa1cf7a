// expect: deepyield: an adaptor is called also where a range is piped into it: range | adaptor()
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& i : v | deepyield::itertools::pairwise) (void)i;
}
