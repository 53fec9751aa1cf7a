// expect: deepyield: T& binds no value: use T
// one error
#include <deepyield/generator.hpp>

#include <utility>

void f(deepyield::generator<int> g) { deepyield::generator<int&> h = std::move(g); }
