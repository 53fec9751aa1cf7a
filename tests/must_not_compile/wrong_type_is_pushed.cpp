// expect: deepyield: what is yielded or pushed does not convert to the element type of the
// generator or consumer
// one error
#include <deepyield/consumer.hpp>

#include <string>

void f(deepyield::consumer<int>& c) { c.push(std::string("text")); }
