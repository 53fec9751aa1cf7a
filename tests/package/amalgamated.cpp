// A program that uses the amalgamated files. Prints 1 2 3 4 5.
#include "deepyield_itertools.hpp"
// Contained in the one above, and harmless.
#include "deepyield.hpp"

#include <cstdio>

deepyield::generator<int> count_up_to(int n) {
  return [n](deepyield::yielder<int>& yield) {
    for (int count = 1; count <= n; ++count) yield(count);
  };
}

int main() {
  if (deepyield::library_version() != DEEPYIELD_VERSION) return 1;
  for (auto&& numbered : deepyield::itertools::enumerate(count_up_to(5)))
    std::printf("%s%d", std::get<0>(numbered) > 0 ? " " : "", std::get<1>(numbered));
  std::printf("\n");
}
