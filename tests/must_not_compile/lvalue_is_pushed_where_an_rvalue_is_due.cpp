// expect: deepyield: a generator<T&&> yields rvalues of type T, and a consumer<T&&> is pushed them
// one error
#include <deepyield/consumer.hpp>

void f(deepyield::consumer<int&&>& c, int i) { c.push(i); }
