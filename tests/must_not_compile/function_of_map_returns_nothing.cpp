// expect: deepyield: the function returns nothing that could be an element. Return a value, or
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto&& i : deepyield::itertools::map([](int) {}, v)) (void)i;
}
