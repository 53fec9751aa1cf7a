// Moving from Boost.Coroutine2 one function at a time: a pull_type becomes a generator, and the
// other way round.
#include <deepyield/coroutine2.hpp>

#include <iostream>

using coroutine = boost::coroutines2::coroutine<int>;

// Not moved yet.
coroutine::pull_type squares(int count) {
  return coroutine::pull_type([=](coroutine::push_type& sink) {
    for (int i = 1; i <= count; ++i) sink(i * i);
  });
}

// Moved; it reads the old one.
deepyield::generator<int> sums_of_squares(int count) {
  return [=](deepyield::yielder<int>& yield) {
    int sum = 0;
    for (int square : deepyield::adopt(squares(count))) yield(sum += square);
  };
}

// Not moved yet; it still reads a pull_type.
void print(coroutine::pull_type numbers) {
  for (int number : numbers) std::cout << ' ' << number;
  std::cout << '\n';
}

int main() {
  print(squares(5));
  print(deepyield::as_pull_type(sums_of_squares(5)));
}
