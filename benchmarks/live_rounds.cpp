// Makes so many generators, takes an element of each, and drops all; again and again. Past what a
// thread caches, stacks come from the store that all threads share.
#include "support/contenders.hpp"

#include <vector>

namespace {

template <class Contender>
void rounds(benchmark::State& state) {
  const auto live = static_cast<std::size_t>(state.range(0));
  std::vector<typename Contender::template generator<int>> generators;
  generators.reserve(live);
  for (auto _ : state) {
    for (std::size_t i = 0; i < live; ++i) {
      generators.push_back(Contender::template make<int>([](auto& yield) { yield(1); }));
      generators.back().begin();
    }
    generators.clear();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

#if DEEPYIELD_HAS_NATIVE_ENGINE
BENCHMARK(rounds<peers::native>)->Name("live_rounds/native")->Arg(100)->Arg(1000)->Arg(10000);
#endif
BENCHMARK(rounds<peers::boost_coroutine2>)
    ->Name("live_rounds/boost_coroutine2")
    ->Arg(100)
    ->Arg(1000)
    ->Arg(10000);

}  // namespace
