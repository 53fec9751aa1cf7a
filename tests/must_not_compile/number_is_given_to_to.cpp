// expect: deepyield: this is a number, and a range is due. itertools::range(n) gives the numbers
// one error
#include <deepyield/to.hpp>

#include <vector>

std::vector<int> f() { return deepyield::to<std::vector>(5); }
