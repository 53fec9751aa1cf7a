// expect: the body is noexcept, but closing the generator raises an exception in it
// one error
#include <deepyield/generator.hpp>

deepyield::generator<int> g = [](deepyield::yielder<int>& yield) noexcept { yield(1); };
