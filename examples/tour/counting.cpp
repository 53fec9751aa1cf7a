// A generator is a function that returns a lazy sequence. Its body yields; the consumer pulls.
#include "parts.hpp"

#include <deepyield/generator.hpp>

#include <ostream>

namespace tour {
namespace {

deepyield::generator<int> count_up_to(int n) {
  return [=](deepyield::yielder<int>& yield) {
    for (int count = 1; count <= n; ++count) yield(count);
  };
}

}  // namespace

void show_counting(std::ostream& out) {
  out << "  for (int i : count_up_to(5))            ";
  for (int i : count_up_to(5)) out << ' ' << i;

  out << "\n  while (const int* i = numbers.next())   ";
  auto numbers = count_up_to(5);
  while (const int* i = numbers.next()) out << ' ' << *i;
  out << '\n';
}

}  // namespace tour
