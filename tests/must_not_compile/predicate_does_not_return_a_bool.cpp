// expect: deepyield: the predicate's result does not convert to bool: return true or false.
// one error
#include <deepyield/itertools.hpp>

#include <string>
#include <vector>

void f(std::vector<int>& v) {
  for (int i : deepyield::itertools::filter([](int n) { return std::to_string(n); }, v)) (void)i;
}
