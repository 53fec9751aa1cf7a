// What the adaptors of itertools cost.
#include "support/consume.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace {

constexpr int count = 200'000;
constexpr int orders_of = 9;

template <class Run>
void measure(benchmark::State& state, std::int64_t elements, Run run) {
  for (auto _ : state) run();
  support::count_elements(state, elements);
}

constexpr std::int64_t elements_of(const char* name) { return name[0] == 'p' && name[1] == 'e' ? 362'880 : count; }  // 9! permutations

}  // namespace

#define COMPARE(name, adapted, ...)                         \
  BENCHMARK_CAPTURE(measure, name, elements_of(#name), [] { \
    for (auto&& element : adapted) look_at(element);        \
  })->Name("adaptor_" #name "/native");                     \
  BENCHMARK_CAPTURE(measure, name, elements_of(#name), [] __VA_ARGS__)->Name("adaptor_" #name "/by_hand")
#include "support/adaptors.inc"
