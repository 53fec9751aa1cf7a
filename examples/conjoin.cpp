// Backtracking by generators, in the simplest case: each position chooses 0, then 1, so that
// together they count in binary.
#include "conjoin.hpp"

#include <iostream>
#include <iterator>

deepyield::generator<int> zero_and_one() {
  return [](deepyield::yielder<int>& yield) { yield.from({0, 1}); };
}

positions<int> bits(std::size_t count) { return positions<int>(count, zero_and_one); }

void print_all(deepyield::generator<const std::vector<int>&> choices) {
  for (const std::vector<int>& choice : choices) {
    for (int value : choice) std::cout << ' ' << value;
    std::cout << '\n';
  }
}

int main() {
  std::cout << "three bits:\n";
  print_all(conjoin(bits(3)));
  std::cout << "without recursion:\n";
  print_all(conjoin_without_recursion(bits(3)));

  std::cout << "0 to 9 bits:";
  for (std::size_t count = 0; count < 10; ++count) {
    auto recursive = conjoin(bits(count));
    auto iterative = conjoin_without_recursion(bits(count));
    const auto choices = std::distance(recursive.begin(), recursive.end());
    const bool agree = choices == std::distance(iterative.begin(), iterative.end());
    std::cout << ' ' << choices << (agree ? "" : "?");
  }
  std::cout << '\n';
}
