// expect: deepyield: a generator<void> gives no elements that could be read: call next() in a
// one error
#include <deepyield/itertools.hpp>

void f(deepyield::generator<void>& g) {
  for (auto&& i : deepyield::itertools::islice(g, 3)) (void)i;
}
