// The sieve of Eratosthenes as a chain of generators: each new prime adds one more filter to the
// chain.
#include <deepyield/generator.hpp>

#include <iostream>
#include <utility>

deepyield::generator<int> integers_from(int first) {
  return [=](deepyield::yielder<int>& yield) {
    for (int number = first;; ++number) yield(number);
  };
}

deepyield::generator<int> without_multiples_of(int prime, deepyield::generator<int> numbers) {
  return [prime, numbers = std::move(numbers)](deepyield::yielder<int>& yield) mutable {
    for (int number : numbers) {
      if (number % prime != 0) yield(number);
    }
  };
}

deepyield::generator<int> primes() {
  return [](deepyield::yielder<int>& yield) {
    auto candidates = integers_from(2);
    for (;;) {
      const int prime = next(candidates);
      yield(prime);
      candidates = without_multiples_of(prime, std::move(candidates));
    }
  };
}

int main() {
  int wanted = 20;
  for (int prime : primes()) {
    std::cout << prime << '\n';
    if (--wanted == 0) break;
  }
}
