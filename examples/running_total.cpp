// A running total of what is sent in: the generator is resumed with a value, and keeps its total in
// a local variable.
#include <deepyield/generator.hpp>

#include <iostream>

deepyield::generator<int, int> running_total() {
  return [](deepyield::yielder<int, int>& yield) {
    int total = 0;
    for (;;) {
      if (const int* sent = yield(total)) total += *sent;  // null when it is resumed by next()
    }
  };
}

int main() {
  auto total = running_total();
  std::cout << *total.next() << '\n';  // runs it to its first yield, where it can be sent something
  for (int time = 0; time < 3; ++time) std::cout << *total.send(10) << '\n';
  std::cout << *total.next() << '\n';
}
