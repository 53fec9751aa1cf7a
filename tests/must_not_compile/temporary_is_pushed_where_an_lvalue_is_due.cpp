// expect: deepyield: a generator<T&> yields lvalues of type T, and a consumer<T&> is pushed them
// one error
#include <deepyield/consumer.hpp>

void f(deepyield::consumer<int&>& c) { c.push(1); }
