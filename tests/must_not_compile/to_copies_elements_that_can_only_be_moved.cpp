// expect: deepyield: to<Container>() needs a container with emplace_back, emplace_hint or
// one error
#include <deepyield/to.hpp>

#include <memory>
#include <vector>

auto f(std::vector<std::unique_ptr<int>>& v) { return deepyield::to<std::vector>(v); }
