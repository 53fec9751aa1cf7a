// expect: deepyield: the function cannot be called with the range's elements: compare the types
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (auto& i : deepyield::itertools::chunk_by([](int n) { return n > 0; }, v)) (void)i;
}
