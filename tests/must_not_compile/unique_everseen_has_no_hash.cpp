// expect: deepyield: unique_everseen() needs std::hash and == of what it compares. Specialise
// one error
#include <deepyield/itertools.hpp>

#include <utility>
#include <vector>

void f(std::vector<std::pair<int, int>>& v) {
  for (auto& p : v | deepyield::itertools::unique_everseen()) (void)p;
}
