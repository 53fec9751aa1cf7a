// expect: deepyield: accumulate() calls function(total, element) for the next total: what it takes
// one error
#include <deepyield/itertools.hpp>

#include <string>
#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::accumulate(v, [](std::string a, std::string) { return a; }))
    (void)i;
}
