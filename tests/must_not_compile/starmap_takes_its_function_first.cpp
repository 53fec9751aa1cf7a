// expect: deepyield: starmap() takes the function, then a range of tuples: starmap(function
// one error
#include <deepyield/itertools.hpp>

#include <utility>
#include <vector>

void f(std::vector<std::pair<int, int>>& v) {
  for (int b : deepyield::itertools::starmap(v, [](int a, int b) { return a; })) (void)b;
}
