// expect: deepyield: unique_everseen() takes the range, then the key function
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::unique_everseen([](int n) { return n; }, v)) (void)i;
}
