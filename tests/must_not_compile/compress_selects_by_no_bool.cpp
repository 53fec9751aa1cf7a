// expect: deepyield: compress() takes two ranges, the second of what converts to bool
// one error
#include <deepyield/itertools.hpp>

#include <string>
#include <vector>

void f(std::vector<int>& v, std::vector<std::string>& s) {
  for (int i : deepyield::itertools::compress(v, s)) (void)i;
}
