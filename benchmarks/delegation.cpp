// Elements from the innermost of 1 to 10,000 generators, each of which delegates to the next.
// Making these counts too.
#include "peers/nested_stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"

namespace {

constexpr int count = 1'000'000;

template <class Contender>
typename Contender::template generator<int> delegate(int depth) {
  return [depth](typename Contender::template yielder<int>& yield) {
    if (depth > 1) return yield.from(delegate<Contender>(depth - 1));
    for (int i = 1; i <= count; ++i) yield(i);
  };
}

template <class Contender, int Depth>
void stackful(benchmark::State& state) {
  for (auto _ : state)
    for (auto&& number : delegate<Contender>(Depth))
      support::look_at(static_cast<std::uint64_t>(number));
  support::count_elements(state, count);
}

#define AT_DEPTH(depth)                                        \
  template <class Contender>                                   \
  void stackful_##depth(benchmark::State& state) {             \
    stackful<Contender, depth>(state);                         \
  }                                                            \
  BENCHMARK_DEEPYIELD("delegation_" #depth, stackful_##depth); \
  BENCHMARK_PEER("delegation_" #depth, (peers::take_nested_stackless<depth, count>), "stackless")

AT_DEPTH(1);
AT_DEPTH(10);
AT_DEPTH(100);
AT_DEPTH(1000);
AT_DEPTH(10000);

}  // namespace
