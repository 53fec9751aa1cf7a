// expect: deepyield cannot work under SafeStack
// flags: -fsanitize=safe-stack
#include <deepyield/generator.hpp>
