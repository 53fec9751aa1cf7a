// expect: deepyield: to<Container>() needs a container with emplace_back, emplace_hint or
// one error
#include <deepyield/to.hpp>

#include <vector>

int f(std::vector<int>& v) { return deepyield::to<int>(v); }
