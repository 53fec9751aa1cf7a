// Each adaptor of itertools over a generator, and the same loop by hand around next().
#include "support/consume.hpp"

#include <deepyield/itertools.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <unordered_set>
#include <utility>
#include <vector>

namespace {

namespace itertools = deepyield::itertools;
using deepyield::generator;
using deepyield::yielder;

constexpr int count = 200'000;

template <int last>
BOOST_NOINLINE generator<int> numbers_to() {
  return [](yielder<int>& yield) {
    for (int i = 1; i <= last; ++i) yield(i);
  };
}
generator<int> numbers() { return numbers_to<count>(); }
// For those that give all elements of two generators.
generator<int> half() { return numbers_to<count / 2>(); }

const auto times_2 = [](int n) { return n * 2; };
const auto even = [](int n) { return n % 2 == 0; };
const auto tenth = [](int n) { return n / 10; };

BOOST_FORCEINLINE void look_at(int number) { support::look_at(static_cast<std::uint64_t>(number)); }
BOOST_FORCEINLINE void look_at(const std::pair<std::ptrdiff_t, int&>& pair) { look_at(pair.second); }
BOOST_FORCEINLINE void look_at(const std::pair<const int&, const int&>& pair) { look_at(pair.first + pair.second); }
BOOST_FORCEINLINE void look_at(const std::tuple<int&, int&>& pair) { look_at(std::get<0>(pair) + std::get<1>(pair)); }
template <class Numbers>
BOOST_FORCEINLINE auto look_at(const Numbers& all) -> decltype(all.front(), void()) {
  look_at(all.front());
}

template <class Adapt>
void adaptor(benchmark::State& state, Adapt adapt) {
  for (auto _ : state)
    for (auto&& element : adapt()) look_at(element);
  support::count_elements(state, count);
}
template <class Loop>
void by_hand(benchmark::State& state, Loop loop) {
  for (auto _ : state) loop();
  support::count_elements(state, count);
}

// What adapts `numbers()`, and the loop that stands for it.
#define COMPARE(name, adapted, ...)                                                           \
  BENCHMARK_CAPTURE(adaptor, name, [] { return adapted; })->Name("adaptor_" #name "/native"); \
  BENCHMARK_CAPTURE(by_hand, name, [] __VA_ARGS__)->Name("adaptor_" #name "/by_hand")

COMPARE(accumulate, itertools::accumulate(numbers()), {
  auto g = numbers();
  unsigned sum = 0;
  while (const int* n = g.next()) look_at(static_cast<int>(sum += static_cast<unsigned>(*n)));
});
COMPARE(batched, itertools::batched(numbers(), 10), {
  auto g = numbers();
  std::vector<int> batch;
  while (const int* n = g.next()) {
    batch.push_back(*n);
    if (batch.size() < 10) continue;
    look_at(batch);
    batch.clear();
  }
});
COMPARE(chain, itertools::chain(half(), half()), {
  generator<int> halves[] = {half(), half()};
  for (auto& g : halves)
    while (const int* n = g.next()) look_at(*n);
});
COMPARE(chunked, itertools::chunked([](int left, int right) { return left / 10 == right / 10; }, numbers()), {
  auto g = numbers();
  std::vector<int> chunk;
  while (const int* n = g.next()) {
    if (!chunk.empty() && chunk.back() / 10 != *n / 10) {
      look_at(chunk);
      chunk.clear();
    }
    chunk.push_back(*n);
  }
  look_at(chunk);
});
COMPARE(compress, itertools::compress(numbers(), numbers()), {
  auto g = numbers(), selectors = numbers();
  while (const int* n = g.next()) {
    const int* selected = selectors.next();
    if (!selected) break;
    if (*selected) look_at(*n);
  }
});
COMPARE(dropwhile, itertools::dropwhile([](int n) { return n < 3; }, numbers()), {
  auto g = numbers();
  bool dropping = true;
  while (const int* n = g.next()) {
    dropping = dropping && *n < 3;
    if (!dropping) look_at(*n);
  }
});
COMPARE(enumerate, itertools::enumerate(numbers()), {
  auto g = numbers();
  std::ptrdiff_t number = 0;
  while (int* n = g.next()) look_at(std::pair<std::ptrdiff_t, int&>(number++, *n));
});
COMPARE(filter, itertools::filter(even, numbers()), {
  auto g = numbers();
  while (const int* n = g.next())
    if (even(*n)) look_at(*n);
});
COMPARE(interleave, itertools::interleave(half(), half()), {
  auto left = half(), right = half();
  for (;;) {
    const int* a = left.next();
    if (!a) break;
    const int* b = right.next();
    if (!b) break;
    look_at(*a);
    look_at(*b);
  }
});
COMPARE(islice, itertools::islice(numbers(), count - 1), {
  auto g = numbers();
  for (int i = 0; i < count - 1; ++i) {
    const int* n = g.next();
    if (!n) break;
    look_at(*n);
  }
});
COMPARE(map, itertools::map(times_2, numbers()), {
  auto g = numbers();
  while (const int* n = g.next()) look_at(times_2(*n));
});
COMPARE(merge, itertools::merge(half(), half()), {
  auto left = half(), right = half();
  const int *a = left.next(), *b = right.next();
  while (a || b) {
    if (!a || (b && *b < *a)) {
      look_at(*b);
      b = right.next();
    } else {
      look_at(*a);
      a = left.next();
    }
  }
});
COMPARE(pairwise, itertools::pairwise(numbers()), {
  auto g = numbers();
  for (int last = *g.next();;) {
    const int* n = g.next();
    if (!n) break;
    look_at(std::pair<const int&, const int&>(last, *n));
    last = *n;
  }
});
COMPARE(roundrobin, itertools::roundrobin(half(), half()), {
  auto left = half(), right = half();
  for (;;) {
    const int* a = left.next();
    if (a) look_at(*a);
    const int* b = right.next();
    if (b) look_at(*b);
    if (!a && !b) break;
  }
});
COMPARE(takewhile, itertools::takewhile([](int n) { return n < count; }, numbers()), {
  auto g = numbers();
  while (const int* n = g.next()) {
    if (*n >= count) break;
    look_at(*n);
  }
});
COMPARE(unique_everseen, itertools::unique_everseen(numbers(), tenth), {
  auto g = numbers();
  std::unordered_set<int> seen;
  while (const int* n = g.next())
    if (seen.insert(tenth(*n)).second) look_at(*n);
});
COMPARE(unique_justseen, itertools::unique_justseen(numbers(), tenth), {
  auto g = numbers();
  int last = -1;
  while (const int* n = g.next()) {
    if (last == tenth(*n)) continue;
    last = tenth(*n);
    look_at(*n);
  }
});
COMPARE(zip, itertools::zip(numbers(), numbers()), {
  auto left = numbers(), right = numbers();
  while (int* a = left.next()) {
    int* b = right.next();
    if (!b) break;
    look_at(std::tuple<int&, int&>(*a, *b));
  }
});
COMPARE(three_deep, numbers() | itertools::filter(even) | itertools::map(times_2) | itertools::islice(count), {
  auto g = numbers();
  int left = count;
  while (const int* n = g.next())
    if (even(*n) && left-- > 0) look_at(times_2(*n));
});

std::vector<int> first(int n) {
  std::vector<int> all(static_cast<std::size_t>(n));
  std::iota(all.begin(), all.end(), 0);
  return all;
}

void all_orders(benchmark::State& state) {
  for (auto _ : state)
    for (const std::vector<int>& order : itertools::permutations(first(9))) look_at(order);
  support::count_elements(state, 362'880);
}
BENCHMARK(all_orders)->Name("adaptor_permutations/native");
void all_orders_by_hand(benchmark::State& state) {
  for (auto _ : state) {
    auto order = first(9);
    do look_at(order);
    while (std::next_permutation(order.begin(), order.end()));
  }
  support::count_elements(state, 362'880);
}
BENCHMARK(all_orders_by_hand)->Name("adaptor_permutations/by_hand");

}  // namespace
