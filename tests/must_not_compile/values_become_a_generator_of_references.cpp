// expect: deepyield: T& binds no value: use T
// one error
#include <deepyield/itertools.hpp>

#include <vector>

deepyield::generator<int&> f(std::vector<int>& v) {
  return deepyield::itertools::map([](int n) { return n; }, v);
}
