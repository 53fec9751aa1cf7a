// expect: deepyield: partition() takes the predicate, then the range: partition(predicate, range).
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  auto p = deepyield::itertools::partition(v, [](int n) { return n > 0; });
  p.first.next();
}
