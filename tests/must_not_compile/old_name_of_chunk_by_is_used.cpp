// expect: deepyield: chunked is now chunk_by
// flags: -std=c++17 -Werror
#include <deepyield/itertools.hpp>

#include <functional>
#include <vector>

auto rising = deepyield::itertools::chunked(std::less<int>(), std::vector<int>{1, 5, 2});
