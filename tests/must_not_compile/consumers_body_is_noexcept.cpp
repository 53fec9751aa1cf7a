// expect: the body is noexcept, but closing the consumer raises an exception in it
#include <deepyield/consumer.hpp>

deepyield::consumer<int> c = [](deepyield::source<int>& input) noexcept { input.next(); };
