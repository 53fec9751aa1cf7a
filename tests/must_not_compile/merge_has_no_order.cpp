// expect: deepyield: these elements cannot be compared by this order; without one, by <. Pass an
// one error
#include <deepyield/itertools.hpp>

#include <vector>

struct point {
  int x, y;
};
void f(std::vector<point>& v) {
  for (auto& p : deepyield::itertools::merge(v, v)) (void)p;
}
