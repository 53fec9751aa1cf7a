// expect: deepyield: this adaptor keeps elements, and these can only be moved, but the range keeps
// one error
#include <deepyield/itertools.hpp>

#include <memory>
#include <vector>

void f(std::vector<std::unique_ptr<int>>& v) {
  for (auto& p : deepyield::itertools::product(v, v)) (void)p;
}
