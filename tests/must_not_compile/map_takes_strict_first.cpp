// expect: deepyield: for ranges of one length, itertools::strict comes first
// one error
#include <deepyield/itertools.hpp>

#include <functional>
#include <vector>

void f(std::vector<int>& v) {
  for (int b : deepyield::itertools::map(std::plus<int>(), deepyield::itertools::strict, v, v))
    (void)b;
}
