// expect: deepyield needs C++14 or later
// flags: -std=c++11
#include <deepyield/generator.hpp>
