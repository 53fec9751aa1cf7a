#include "generator/two_units/shared.hpp"

#include <numeric>

deepyield::generator<int> made_in_the_other_unit() {
  return doubled<deepyield::engine::context>(numbers<deepyield::engine::context>(4));
}

int consumed_in_the_other_unit(deepyield::generator<int>& g) {
  return std::accumulate(g.begin(), g.end(), 0);
}
