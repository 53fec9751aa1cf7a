// expect: nodiscard
// flags: -std=c++17 -Werror
#include <deepyield/itertools.hpp>

#include <vector>

void skip_two(std::vector<int>& numbers) {
  numbers | deepyield::itertools::islice(2);  // reads nothing
}
