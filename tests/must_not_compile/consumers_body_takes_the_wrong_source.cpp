// expect: deepyield: a consumer's body must be callable as body(source&)
#include <deepyield/consumer.hpp>

deepyield::consumer<int> c = [](deepyield::source<long>&) {};
