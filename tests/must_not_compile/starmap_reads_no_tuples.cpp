// expect: deepyield: starmap() takes a range of tuples, pairs or arrays, and these elements are
// one error
#include <deepyield/itertools.hpp>

#include <vector>

void f(std::vector<int>& v) {
  for (int b : deepyield::itertools::starmap([](int a) { return a; }, v)) (void)b;
}
