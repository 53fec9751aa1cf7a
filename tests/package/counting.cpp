// A library with deepyield in its interface.
#include <deepyield/generator.hpp>

deepyield::generator<int> count_from(int first) {
  return [first](deepyield::yielder<int>& yield) {
    for (int count = first;; ++count) yield(count);
  };
}
