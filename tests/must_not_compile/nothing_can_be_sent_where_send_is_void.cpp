// expect: deepyield: nothing can be sent to a generator whose second template argument, Send, is
// void.
// one error
#include <deepyield/generator.hpp>

void f(deepyield::generator<int>& g) { g.send(1); }
