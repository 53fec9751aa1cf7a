// expect: deepyield: windowed is now sliding_window
// flags: -std=c++17 -Werror
#include <deepyield/itertools.hpp>

#include <vector>

auto three = std::vector<int>{1, 5, 2} | deepyield::itertools::windowed(3);
