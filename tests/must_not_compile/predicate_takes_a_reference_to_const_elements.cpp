// expect: deepyield: the function takes a reference through which it could change an element, but
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(const std::vector<int>& v) {
  for (int i : deepyield::itertools::filter([](int& n) { return n > 0; }, v)) (void)i;
}
