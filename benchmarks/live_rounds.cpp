// Makes so many generators, takes an element of each, and drops all; again and again. Past what a
// thread caches, stacks come from the store that all threads share.
#include "support/consume.hpp"
#include "support/contenders.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace {

template <class Contender, std::size_t Live>
void rounds(benchmark::State& state) {
  std::vector<typename Contender::template generator<int>> generators;
  generators.reserve(Live);
  for (auto _ : state) {
    for (std::size_t i = 0; i < Live; ++i) {
      generators.push_back(Contender::template make<int>([](auto& yield) { yield(1); }));
      using std::begin;  // Boost.Coroutine2's is a function beside it
      support::look_at(static_cast<std::uint64_t>(*begin(generators.back())));
    }
    generators.clear();
  }
  support::count_elements(state, Live);
}

#define BENCHMARK_ROUNDS(live)                                                  \
  BENCHMARK(rounds<peers::native, live>)->Name("live_rounds_" #live "/native"); \
  BENCHMARK(rounds<peers::boost_coroutine2, live>)->Name("live_rounds_" #live "/boost_coroutine2")

#if DEEPYIELD_HAS_NATIVE_ENGINE
BENCHMARK_ROUNDS(100);
BENCHMARK_ROUNDS(1000);
BENCHMARK_ROUNDS(10000);
#endif

}  // namespace
