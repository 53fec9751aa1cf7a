// expect: deepyield: the function takes a reference through which it could change an element, but
// one error
#include <deepyield/itertools.hpp>

#include <string>

deepyield::generator<std::string&&> words();
void f() {
  for (auto n : deepyield::itertools::map([](std::string& s) { return s.size(); }, words()))
    (void)n;
}
