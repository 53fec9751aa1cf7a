// expect: deepyield: a pointer to a member is not called as a function: wrap it, as
// one error
#include <deepyield/itertools.hpp>

#include <string>
#include <vector>

void f(std::vector<std::string>& v) {
  for (auto& s : deepyield::itertools::filter(&std::string::empty, v)) (void)s;
}
