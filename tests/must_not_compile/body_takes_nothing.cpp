// expect: deepyield: the body must be callable as body(yielder&)
// one error
#include <deepyield/generator.hpp>

deepyield::generator<int> g = [] {};
