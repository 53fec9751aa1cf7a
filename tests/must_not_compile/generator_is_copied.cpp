// expect: deepyield: a generator cannot be copied; std::move it, or pass it by reference
#include <deepyield/generator.hpp>

void f(const deepyield::generator<int>& g) { auto copy = g; }
