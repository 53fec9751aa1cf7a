// expect: success
//
// Correct use compiles. So the other snippets are rejected for their mistakes, not for a missing
// include directory.
#include <deepyield/generator.hpp>

int main() {
  deepyield::generator<int> numbers = [](deepyield::yielder<int>& yield) { yield(1); };
  int total = 0;
  for (int number : numbers) total += number;
  return total == 1 ? 0 : 1;
}
