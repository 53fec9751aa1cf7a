// expect: deepyield: sliding_window() takes the range, then a whole number: sliding_window(range
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& b : deepyield::itertools::sliding_window(3, v)) (void)b;
}
