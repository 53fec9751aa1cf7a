// expect: nodiscard
// flags: -std=c++17 -Werror
#include <deepyield/itertools.hpp>

#include <vector>

void look_ahead(std::vector<int>& numbers) {
  deepyield::itertools::peekable(numbers);  // reads nothing
}
