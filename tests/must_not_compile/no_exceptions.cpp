// expect: deepyield needs exceptions
// flags: -fno-exceptions
#include <deepyield/generator.hpp>
