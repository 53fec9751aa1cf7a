// expect: deepyield: the body returns a value, but the generator has none
// one error
#include <deepyield/generator.hpp>

deepyield::generator<int> g = [](deepyield::yielder<int>&) { return 1; };
