// expect: deepyield: the function cannot be called with the range's elements: compare the types
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::map([](int a, int b) { return a + b; }, v)) (void)i;
}
