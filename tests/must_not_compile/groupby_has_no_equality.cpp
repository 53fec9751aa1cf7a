// expect: deepyield: this adaptor compares elements by ==, and they have none. Define it, or pass
// one error
#include <deepyield/itertools.hpp>

#include <vector>

struct point {
  int x, y;
};
void f(std::vector<point>& v) {
  for (auto& p : deepyield::itertools::groupby(v)) (void)p;
}
