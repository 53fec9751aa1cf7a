// What the adaptors of itertools cost.
#include "support/consume.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace {

constexpr int count = 200'000;

template <class Run>
void measure(benchmark::State& state, std::int64_t elements, Run run) {
  for (auto _ : state) run();
  support::count_elements(state, elements);
}

}  // namespace

#define COMPARE(name, elements, adapted, ...)        \
  BENCHMARK_CAPTURE(measure, name, elements, [] {    \
    for (auto&& element : adapted) look_at(element); \
  })->Name("adaptor_" #name "/native");              \
  BENCHMARK_CAPTURE(measure, name, elements, [] __VA_ARGS__)->Name("adaptor_" #name "/by_hand")
#include "support/adaptors.inc"
