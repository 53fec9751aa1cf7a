// expect: deepyield: what is yielded or pushed does not convert to the element type of the
// generator
// one error
#include <deepyield/generator.hpp>

#include <string>

deepyield::generator<int> g = [](auto& yield) { yield(std::string("text")); };
