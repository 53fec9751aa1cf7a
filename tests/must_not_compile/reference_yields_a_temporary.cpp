// expect: deepyield: a generator<T&> yields lvalues of type T
// one error
#include <deepyield/generator.hpp>

deepyield::generator<int&> g = [](deepyield::yielder<int&>& yield) { yield(1); };
