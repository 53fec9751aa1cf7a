// expect: deepyield: a source<void> has no values, so it has no iterators: call next().
// one error
#include <deepyield/consumer.hpp>

void f(deepyield::source<void>& s) { s.begin(); }
