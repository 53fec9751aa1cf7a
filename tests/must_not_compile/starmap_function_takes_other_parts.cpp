// expect: deepyield: starmap()'s function cannot be called with the parts of the range's tuples
// one error
#include <deepyield/itertools.hpp>

#include <utility>
#include <vector>

void f(std::vector<std::pair<int, int>>& v) {
  for (int b : deepyield::itertools::starmap([](int a) { return a; }, v)) (void)b;
}
