// expect: deepyield: map() passes each tuple or pair as one argument, and the function takes its
// one error
#include <deepyield/itertools.hpp>

#include <utility>
#include <vector>

void f(std::vector<std::pair<int, int>>& v) {
  for (int b : deepyield::itertools::map([](int a, int b) { return a + b; }, v)) (void)b;
}
