// expect: deepyield: the elements of these ranges convert to no common type (std::common_type)
// one error
#include <deepyield/itertools.hpp>

#include <string>
#include <vector>

void f(std::vector<int>& a, std::vector<std::string>& b) {
  for (auto& p : deepyield::itertools::chain(a, b)) (void)p;
}
