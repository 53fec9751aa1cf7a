// expect: deepyield: it cannot be copied; std::move it
// one error
#include <deepyield/generator.hpp>

void f(deepyield::generator<int>& a, const deepyield::generator<int>& b) { a = b; }
