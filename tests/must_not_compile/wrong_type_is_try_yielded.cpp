// expect: deepyield: what is yielded or pushed does not convert to the element type of the
// generator or consumer
#include <deepyield/generator.hpp>

#include <string>

void f(deepyield::yielder<int>& yield) { yield.try_yield(std::string("text")); }
