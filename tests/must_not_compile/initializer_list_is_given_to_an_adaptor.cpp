// expect: deepyield: an initializer_list does not keep its elements for an adaptor
// one error
#include <deepyield/itertools.hpp>

auto numbers = deepyield::itertools::chain(std::initializer_list<int>{1, 2});
