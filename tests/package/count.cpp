// The smallest program that uses deepyield, built against each kind of package. Prints 1 2 3 4 5.
#include <deepyield/engine.hpp>
#include <deepyield/generator.hpp>
#include <deepyield/version.hpp>

#include <cstdio>

#ifndef ENGINE
#define ENGINE deepyield::default_engine
#endif

deepyield::generator<int, void, void, ENGINE> count_up_to(int n) {
  return [n](deepyield::yielder<int, void, ENGINE>& yield) {
    for (int count = 1; count <= n; ++count) yield(count);
  };
}

int main() {
  if (deepyield::library_version() != DEEPYIELD_VERSION) return 1;
  const char* separator = "";
  for (int count : count_up_to(5)) {
    std::printf("%s%d", separator, count);
    separator = " ";
  }
  std::printf("\n");
}
