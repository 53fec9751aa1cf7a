// expect: deepyield: groupby() takes the range, then the key function: groupby(range, key).
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& g : deepyield::itertools::groupby([](int n) { return n / 2; }, v)) (void)g.first;
}
