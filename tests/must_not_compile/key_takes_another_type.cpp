// expect: deepyield: the function cannot be called with the range's elements: compare the types
// one error
#include <deepyield/itertools.hpp>

#include <string>
#include <vector>

void f(std::vector<int>& v) {
  for (auto& p : deepyield::itertools::groupby(v, [](const std::string& s) { return s.size(); }))
    (void)p;
}
