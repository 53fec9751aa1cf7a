// expect: deepyield cannot work under ShadowCallStack
// flags: -fsanitize=shadow-call-stack -ffixed-x18
#include <deepyield/generator.hpp>
