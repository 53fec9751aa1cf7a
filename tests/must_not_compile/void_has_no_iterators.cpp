// expect: deepyield: a generator<void> yields no values, so it has no iterators
#include <deepyield/generator.hpp>

void f(deepyield::generator<void>& g) { g.begin(); }
