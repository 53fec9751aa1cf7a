// expect: deepyield: a generator<T> or consumer<T> copies an lvalue, and this T cannot be copied
// one error
#include <deepyield/consumer.hpp>

#include <memory>

void f(deepyield::consumer<std::unique_ptr<int>>& c, std::unique_ptr<int>& p) { c.push(p); }
