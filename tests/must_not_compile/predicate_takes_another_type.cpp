// expect: deepyield: the function cannot be called with the range's elements: compare the types
// one error
#include <deepyield/itertools.hpp>

#include <string>
#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::filter([](const std::string& s) { return s.empty(); }, v))
    (void)i;
}
