// A survey of ordinary uses, one line each: what an element costs in each of them, beside the flat
// loop around next(). It shows which uses are slower than others.
#include "support/consume.hpp"
#include "support/contenders.hpp"
#include "support/tree.hpp"

#include <deepyield/ambient.hpp>
#include <deepyield/consumer.hpp>
#include <deepyield/shared_generator.hpp>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace {

using deepyield::consumer;
using deepyield::generator;
using deepyield::source;
using deepyield::yielder;

constexpr int count = 100'000;

BOOST_FORCEINLINE void take(int number) { support::look_at(static_cast<std::uint64_t>(number)); }

// Each use of the list below is a generator that yields `count` numbers, and a loop that takes
// them.

BOOST_NOINLINE generator<int> count_up() {
  return [](yielder<int>& yield) {
    for (int i = 1; i <= count; ++i) yield(i);
  };
}

template <class Generator>
BOOST_FORCEINLINE void take_all(Generator&& numbers) {
  while (const int* number = numbers.next()) take(*number);
}

void next() { take_all(count_up()); }

void range_for() {
  for (int number : count_up()) take(number);
}

void algorithm() {
  auto numbers = count_up();
  std::for_each(numbers.begin(), numbers.end(), take);
}

void send() {
  generator<int, int> numbers = [](yielder<int, int>& yield) {
    for (int i = 1; i <= count;)
      if (const int* step = yield(i)) i += *step;
  };
  for (const int* number = numbers.next(); number; number = numbers.send(1)) take(*number);
}

void shared() { take_all(deepyield::share(count_up())); }

void push() {
  consumer<int> taking = [](source<int>& input) {
    while (const int* number = input.next()) take(*number);
  };
  for (int i = 1; i <= count; ++i) taking.push(i);
  taking.finish();
}

void push_to_range_for() {
  consumer<int> taking = [](source<int>& input) {
    for (int number : input) take(number);
  };
  for (int i = 1; i <= count; ++i) taking.push(i);
  taking.finish();
}

void delegation() {
  take_all(generator<int>([](yielder<int>& yield) { yield.from(count_up()); }));
}

void delegation_to_range() {
  std::vector<int> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 1);
  take_all(generator<int>([&](yielder<int>& yield) { yield.from(numbers); }));
}

void output_iterator() {
  std::vector<int> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 1);
  take_all(generator<int>(
      [&](yielder<int>& yield) { std::copy(numbers.begin(), numbers.end(), yield.out()); }));
}

// A generator that reads another one: two elements for each that is taken.
void two_generators() {
  take_all(generator<int>([](yielder<int>& yield) {
    for (int number : count_up()) yield(number);
  }));
}

void try_yield() {
  take_all(generator<int>([](yielder<int>& yield) {
    for (int i = 1; i <= count; ++i)
      if (!yield.try_yield(i)) return;
  }));
}

void guard() {
  take_all(generator<int>([](yielder<int>& yield) {
    for (int i = 1; i <= count; ++i)
      if (!yield.guard([&] { yield(i); })) return;
  }));
}

void ambient() {
  take_all(generator<int>([](yielder<int>& yield) {
    const deepyield::ambient<int> scope(yield);
    for (int i = 1; i <= count; ++i) deepyield::ambient<int>::current()(i);
  }));
}

void yield_in_catch() {
  take_all(generator<int>([](yielder<int>& yield) {
    try {
      throw 0;
    } catch (int) {
      for (int i = 1; i <= count; ++i) yield(i);
    }
  }));
}

void resume_in_catch() {
  try {
    throw 0;
  } catch (int) {
    take_all(count_up());
  }
}

template <void Use()>
void each_element(benchmark::State& state) {
  for (auto _ : state) Use();
  support::count_elements(state, count);
}

#define BENCHMARK_USE(use) BENCHMARK(each_element<use>)->Name("use_" #use "/native")
BENCHMARK_USE(next);
BENCHMARK_USE(range_for);
BENCHMARK_USE(algorithm);
BENCHMARK_USE(send);
BENCHMARK_USE(shared);
BENCHMARK_USE(push);
BENCHMARK_USE(push_to_range_for);
BENCHMARK_USE(delegation);
BENCHMARK_USE(delegation_to_range);
BENCHMARK_USE(output_iterator);
BENCHMARK_USE(two_generators);
BENCHMARK_USE(try_yield);
BENCHMARK_USE(guard);
BENCHMARK_USE(ambient);
BENCHMARK_USE(yield_in_catch);
BENCHMARK_USE(resume_in_catch);

// 100 stages, each a generator that takes from the one before and adds one: the time of a stage.
generator<int> add_one(generator<int> numbers) {
  return [numbers = std::move(numbers)](yielder<int>& yield) mutable {
    for (int number : numbers) yield(number + 1);
  };
}

void stages(benchmark::State& state) {
  constexpr int stages = 100;
  for (auto _ : state) {
    generator<int> numbers = [](yielder<int>& yield) {
      for (int i = 1; i <= count / stages; ++i) yield(i);
    };
    for (int i = 1; i < stages; ++i) numbers = add_one(std::move(numbers));
    take_all(numbers);
  }
  support::count_elements(state, count);
}
BENCHMARK(stages)->Name("use_100_stages/native");

}  // namespace
