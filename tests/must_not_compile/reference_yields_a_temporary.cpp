// expect: deepyield: a generator<T&> yields lvalues of type T
#include <deepyield/generator.hpp>

deepyield::generator<int&> g = [](deepyield::yielder<int&>& yield) { yield(1); };
