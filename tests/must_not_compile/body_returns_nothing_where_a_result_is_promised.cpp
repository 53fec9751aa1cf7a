// expect: deepyield: what the body returns does not convert
#include <deepyield/generator.hpp>

deepyield::generator<int, void, int> g = [](deepyield::yielder<int>&) {};
