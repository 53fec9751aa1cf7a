// Moving from Boost.Coroutine2 one function at a time: what returns a pull_type is adopted as a
// generator, and the other way round.
#include <deepyield/coroutine2.hpp>

#include <iostream>

using coroutine = boost::coroutines2::coroutine<int>;

// Has not been moved yet.
coroutine::pull_type squares(int count) {
  return coroutine::pull_type([=](coroutine::push_type& sink) {
    for (int i = 1; i <= count; ++i) sink(i * i);
  });
}

// Has been moved; it reads the old one.
deepyield::generator<int> sums_of_squares(int count) {
  return [=](deepyield::yielder<int>& yield) {
    int sum = 0;
    for (int square : deepyield::adopt(squares(count))) yield(sum += square);
  };
}

// Has not been moved yet; it reads what is a pull_type as before.
void print(coroutine::pull_type numbers) {
  for (int number : numbers) std::cout << ' ' << number;
  std::cout << '\n';
}

int main() {
  print(squares(5));
  print(deepyield::as_pull_type(sums_of_squares(5)));
}
