// expect: deepyield: this is a generator's body, and no generator yet. Name generator<T> in place
// one error
#include <deepyield/itertools.hpp>

auto numbers(int n) {
  return [n](deepyield::yielder<int>& yield) {
    for (int i = 0; i < n; ++i) yield(i);
  };
}
void f() {
  for (int i : deepyield::itertools::filter([](int n) { return n > 0; }, numbers(5))) (void)i;
}
