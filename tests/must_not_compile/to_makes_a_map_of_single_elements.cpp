// expect: deepyield: to<Container>() makes a Container<Value>, or of pairs and tuples of two a
// one error
#include <deepyield/to.hpp>

#include <map>
#include <vector>

auto f(std::vector<int>& v) { return deepyield::to<std::map>(v); }
