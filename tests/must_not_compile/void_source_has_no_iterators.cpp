// expect: deepyield: a source<void> has no values, so it has no iterators: call next().
#include <deepyield/consumer.hpp>

void f(deepyield::source<void>& s) { s.begin(); }
