// expect: nodiscard
// flags: -std=c++17 -Werror
#include <deepyield/itertools.hpp>

#include <vector>

void separate(std::vector<int>& numbers) {
  deepyield::itertools::partition([](int n) { return n > 0; }, numbers);  // reads nothing
}
