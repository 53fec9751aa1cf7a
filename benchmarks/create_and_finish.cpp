// Creates a generator, takes its one element, and finishes it. The factories are not inlined, so
// that a stackless generator's frame is really allocated: a compiler that sees both sides may elide
// the allocation.
#include "peers/stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"

namespace {

template <class Contender>
BOOST_NOINLINE typename Contender::template generator<int> one_element(int element) {
  return Contender::template make<int>([element](auto& yield) { yield(element); });
}

template <class Contender>
void stackful(benchmark::State& state) {
  for (auto _ : state)
    for (auto&& number : one_element<Contender>(1))
      support::look_at(static_cast<std::uint64_t>(number));
  support::count_elements(state, 1);
}
BENCHMARK_STACKFUL("create_and_finish", stackful);

BOOST_NOINLINE peers::stackless<int> stackless_one_element(int element) { co_yield element; }

void stackless(benchmark::State& state) {
  for (auto _ : state)
    for (auto&& number : stackless_one_element(1))
      support::look_at(static_cast<std::uint64_t>(number));
  support::count_elements(state, 1);
}
BENCHMARK_PEER("create_and_finish", stackless, "stackless");

}  // namespace
