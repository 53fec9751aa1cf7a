// expect: deepyield: product() takes ranges, or one range and a whole number: product(ranges...)
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& i : deepyield::itertools::product(2, v)) (void)i;
}
