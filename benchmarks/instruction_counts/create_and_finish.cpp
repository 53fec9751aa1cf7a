// create_and_finish COUNT: makes COUNT generators one after the other, each with one element.
#include <deepyield/engine.hpp>
#include <deepyield/generator.hpp>

#include <cstdlib>

namespace {

using engine = deepyield::engine::native;

deepyield::generator<long, void, void, engine> one_element(long element) {
  return [element](deepyield::yielder<long, void, engine>& yield) { yield(element); };
}

}  // namespace

int main(int, char** argv) {
  const long count = std::atol(argv[1]);
  long sum = 0;
  for (long i = 0; i < count; ++i)
    for (const long number : one_element(i)) sum += number;
  return sum == count * (count - 1) / 2 ? 0 : 1;
}
