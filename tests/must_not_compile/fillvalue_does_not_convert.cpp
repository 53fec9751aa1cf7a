// expect: deepyield: fillvalue(x) stands for elements of each range, so x has to convert to the
// one error
#include <deepyield/itertools.hpp>

#include <string>
#include <vector>

void f(std::vector<int>& v) {
  for (auto& i :
       deepyield::itertools::zip_longest(deepyield::itertools::fillvalue(std::string()), v, v))
    (void)i;
}
