// expect: deepyield: this is a function, and a range is due. If it returns the range, call it: f()
// one error
#include <deepyield/itertools.hpp>

deepyield::generator<int> numbers();
void f() {
  for (int i : deepyield::itertools::filter([](int n) { return n > 0; }, numbers)) (void)i;
}
