// expect: deepyield: a generator<void> yields no value: write yield(); and a consumer<void> is
// pushed none: push().
// one error
#include <deepyield/consumer.hpp>

void f(deepyield::consumer<void>& c) { c.push(1); }
