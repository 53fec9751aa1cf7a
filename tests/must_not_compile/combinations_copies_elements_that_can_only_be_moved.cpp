// expect: deepyield: this adaptor gives an element more than once, so it copies them, and these
// one error
#include <deepyield/itertools.hpp>

#include <memory>

void f(deepyield::generator<std::unique_ptr<int>> g) {
  for (auto& p : deepyield::itertools::combinations(g, 2)) (void)p;
}
