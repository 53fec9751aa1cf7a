// The numbers that have no prime factors but 2, 3 and 5, in order, from their definition: 1, and
// two, three and five times each of them. The generator reads its own output, through three readers
// that lag behind it.
#include <deepyield/generator.hpp>

#include <iostream>
#include <memory>
#include <utility>
#include <vector>

template <class T>
struct kept_element {
  T value{};
  std::shared_ptr<kept_element> next;
};

// All elements of the source, from `last->next` on. Asks the source only for those that no other
// reader has read before.
template <class T>
deepyield::generator<T> reader(deepyield::generator<T>& source,
                               std::shared_ptr<kept_element<T>> last) {
  return [&source, last = std::move(last)](deepyield::yielder<T>& yield) mutable {
    for (;;) {
      if (!last->next) {
        const T* const element = source.next();
        if (!element) return;
        last->next.reset(new kept_element<T>{*element, nullptr});
      }
      last = last->next;  // what all readers have passed is freed here
      yield(last->value);
    }
  };
}

// Python's itertools.tee: several generators of the elements of one.
template <class T>
std::vector<deepyield::generator<T>> tee(deepyield::generator<T>& source, int readers) {
  auto start = std::make_shared<kept_element<T>>();
  std::vector<deepyield::generator<T>> result;
  while (readers-- > 0) result.push_back(reader(source, start));
  return result;
}

deepyield::generator<int> times(int factor, deepyield::generator<int> numbers) {
  return [factor, numbers = std::move(numbers)](deepyield::yielder<int>& yield) mutable {
    for (int number : numbers) yield(factor * number);
  };
}

// Two endless ascending sequences as one, without duplicates.
deepyield::generator<int> merge(deepyield::generator<int> left, deepyield::generator<int> right) {
  return
      [left = std::move(left), right = std::move(right)](deepyield::yielder<int>& yield) mutable {
        int from_left = next(left), from_right = next(right);
        for (;;) {
          const int smaller = from_left < from_right ? from_left : from_right;
          yield(smaller);
          if (from_left == smaller) from_left = next(left);
          if (from_right == smaller) from_right = next(right);
        }
      };
}

deepyield::generator<int> one_and(deepyield::generator<int> more) {
  return [more = std::move(more)](deepyield::yielder<int>& yield) mutable {
    yield(1);
    yield.from(more);
  };
}

deepyield::generator<int> hamming_numbers() {
  return [](deepyield::yielder<int>& yield) {
    deepyield::generator<int> numbers;
    auto readers = tee(numbers, 4);
    numbers =
        one_and(merge(times(2, std::move(readers[0])),
                      merge(times(3, std::move(readers[1])), times(5, std::move(readers[2])))));
    yield.from(readers[3]);
  };
}

int main() {
  auto numbers = hamming_numbers();
  for (int line = 0; line < 5; ++line) {
    for (int column = 0; column < 15; ++column) std::cout << (column ? " " : "") << next(numbers);
    std::cout << '\n';
  }
}
