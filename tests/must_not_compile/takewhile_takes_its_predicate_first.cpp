// expect: deepyield: takewhile() takes the predicate, then the range: takewhile(predicate, range).
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::takewhile(v, [](int n) { return n > 0; })) (void)i;
}
