// expect: deepyield: to<Container>() needs a container with emplace_back, emplace_hint or
// one error
#include <deepyield/to.hpp>

#include <string>
#include <vector>

std::vector<int> f(std::vector<std::string>& v) { return v | deepyield::to<std::vector<int>>(); }
