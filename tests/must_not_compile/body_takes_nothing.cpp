// expect: deepyield: the body must be callable as body(yielder&)
#include <deepyield/generator.hpp>

deepyield::generator<int> g = [] {};
