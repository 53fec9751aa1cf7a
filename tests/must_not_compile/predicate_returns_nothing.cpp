// expect: deepyield: the predicate's result does not convert to bool: return true or false.
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int i : v | deepyield::itertools::filter([](int) {})) (void)i;
}
