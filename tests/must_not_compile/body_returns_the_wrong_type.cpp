// expect: deepyield: what the body returns does not convert
// one error
#include <deepyield/generator.hpp>

#include <string>

deepyield::generator<int, void, int> g = [](deepyield::yielder<int>&) {
  return std::string("text");
};
