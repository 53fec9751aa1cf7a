// expect: nodiscard
// flags: -std=c++17 -Werror
#include <deepyield/itertools.hpp>

#include <vector>

void print_squares(std::vector<int>& numbers) {
  deepyield::itertools::map([](int n) { return n * n; }, numbers);  // reads nothing
}
