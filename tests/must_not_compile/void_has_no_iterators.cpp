// expect: deepyield: a generator<void> yields no values, so it has no iterators
// one error
#include <deepyield/generator.hpp>

void f(deepyield::generator<void>& g) { g.begin(); }
