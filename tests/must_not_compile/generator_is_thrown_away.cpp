// expect: nodiscard
// flags: -std=c++17 -Werror
#include <deepyield/generator.hpp>

deepyield::generator<int> count_up_to(int n) {
  return [=](deepyield::yielder<int>& yield) {
    for (int count = 1; count <= n; ++count) yield(count);
  };
}

void count() {
  count_up_to(3);  // runs nothing
}
