// An endless sequence: the consumer takes what it needs, and leaves.
#include <deepyield/generator.hpp>

#include <algorithm>
#include <cstdint>
#include <iostream>

deepyield::generator<std::uint64_t> fibonacci() {
  return [](deepyield::yielder<std::uint64_t>& yield) {
    std::uint64_t current = 0, following = 1;
    for (;;) {
      yield(current);
      following += current;
      current = following - current;
    }
  };
}

int main() {
  std::cout << "below 1,000:";
  for (std::uint64_t number : fibonacci()) {
    if (number >= 1000) break;
    std::cout << ' ' << number;
  }

  auto numbers = fibonacci();
  std::cout << "\nthe first above a million: ";
  std::cout << *std::find_if(numbers.begin(), numbers.end(),
                             [](std::uint64_t number) { return number > 1000000; });

  std::cout << "\nthe two after it: ";  // the same generator goes on where it was
  std::cout << next(numbers) << ' ' << next(numbers) << '\n';
}
