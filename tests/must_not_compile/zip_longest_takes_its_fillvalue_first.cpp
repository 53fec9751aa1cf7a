// expect: deepyield: fillvalue(x) comes first: zip_longest(itertools::fillvalue(x), ranges...).
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& i : deepyield::itertools::zip_longest(v, v, deepyield::itertools::fillvalue(0)))
    (void)i;
}
