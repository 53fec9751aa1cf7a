// expect: deepyield: a generator cannot be copied; std::move it
// one error
#include <deepyield/generator.hpp>

void f(const deepyield::generator<int>& g) { auto copy = g; }
