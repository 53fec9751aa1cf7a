// expect: deepyield: filter() takes the predicate, then the range: filter(predicate, range).
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::islice(
           deepyield::itertools::filter(v, [](int n) { return n > 0; }), 3))
    (void)i;
}
