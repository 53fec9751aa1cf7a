// expect: deepyield: a const generator cannot be read; remove const
// one error
#include <deepyield/generator.hpp>

void f(const deepyield::generator<int>& g) {
  for (int i : g) (void)i;
}
