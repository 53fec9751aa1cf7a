// expect: deepyield: a generator, and what an adaptor returns, is read by moving it forward, and
// one error
#include <deepyield/generator.hpp>
#include <deepyield/to.hpp>

#include <vector>

std::vector<int> f(const deepyield::generator<int>& g) { return deepyield::to<std::vector>(g); }
