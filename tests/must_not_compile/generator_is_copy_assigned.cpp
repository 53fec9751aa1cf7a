// expect: deepyield: a generator cannot be copied; std::move it, or pass it by reference
#include <deepyield/generator.hpp>

void f(deepyield::generator<int>& a, const deepyield::generator<int>& b) { a = b; }
