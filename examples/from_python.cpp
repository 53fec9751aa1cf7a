// Python's one-liners over a generator. docs/from_python.md's table says the same.
#include <deepyield/generator.hpp>
#include <deepyield/itertools.hpp>
#include <deepyield/to.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

using namespace deepyield;

generator<int> numbers() {
  return [](yielder<int>& yield) { yield.from({3, 1, 4, 1, 5}); };
}

bool is_odd(int n) { return n % 2 == 1; }
int square(int n) { return n * n; }
int greater_of(int left, int right) { return std::max(left, right); }

template <class Range>
void print(const char* python, Range&& range) {
  std::cout << python << ':';
  for (auto&& element : range) std::cout << ' ' << element;
  std::cout << '\n';
}

int main() {
  print("list(g)", to<std::vector>(numbers()));
  print("set(g)", to<std::set>(numbers()));
  const std::vector<std::string> names{"one", "two"};
  auto dict = to<std::map>(itertools::zip(names, numbers()));
  std::cout << "dict(zip(names, g))['two']: " << dict["two"] << '\n';

  auto g = numbers();
  std::cout << "sum(g): " << std::accumulate(g.begin(), g.end(), 0) << '\n';
  g = numbers();
  std::cout << "max(g): " << std::accumulate(g.begin(), g.end(), 0, greater_of) << '\n';
  g = numbers();
  std::cout << "any(p(x) for x in g): " << std::any_of(g.begin(), g.end(), is_odd) << '\n';
  g = numbers();
  std::cout << "all(p(x) for x in g): " << std::all_of(g.begin(), g.end(), is_odd) << '\n';
  g = numbers();
  std::cout << "4 in g: " << (std::find(g.begin(), g.end(), 4) != g.end()) << '\n';
  // what follows the 4 is still there, as in Python
  print("list(g) after it", to<std::vector>(g));
  g = numbers();
  std::cout << "len(list(g)): " << std::distance(g.begin(), g.end()) << '\n';

  print("[f(x) for x in g if p(x)]",
        numbers() | itertools::filter(is_odd) | itertools::map(square) | to<std::vector>());
  auto sorted = to<std::vector>(numbers());
  std::sort(sorted.begin(), sorted.end());
  print("sorted(g)", sorted);
}
