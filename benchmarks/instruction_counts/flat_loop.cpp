// flat_loop COUNT: takes COUNT elements of one generator.
#include <deepyield/engine.hpp>
#include <deepyield/generator.hpp>

#include <cstdlib>

namespace {

using engine = deepyield::engine::native;

deepyield::generator<long, void, void, engine> count_up_to(long n) {
  return [n](deepyield::yielder<long, void, engine>& yield) {
    for (long i = 1; i <= n; ++i) yield(i);
  };
}

}  // namespace

int main(int, char** argv) {
  const long count = std::atol(argv[1]);
  long sum = 0;
  for (const long number : count_up_to(count)) sum += number;
  return sum == count * (count + 1) / 2 ? 0 : 1;
}
