// expect: deepyield: what the body returns does not convert
#include <deepyield/consumer.hpp>

#include <string>

deepyield::consumer<int, int> c = [](deepyield::source<int>&) { return std::string(); };
