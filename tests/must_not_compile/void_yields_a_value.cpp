// expect: deepyield: a generator<void> yields no value: write yield()
// one error
#include <deepyield/generator.hpp>

deepyield::generator<void> g = [](deepyield::yielder<void>& yield) { yield(1); };
