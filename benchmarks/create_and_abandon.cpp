// A generator that is destroyed after its first element. A body with its own stack is unwound by an
// exception, to run the destructors of its locals. So it is compared with one `throw` and its
// `catch` in the same function.
#include "peers/stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"

namespace {

template <class Contender>
BOOST_NOINLINE typename Contender::template generator<int> endless() {
  return Contender::template make<int>([](auto& yield) {
    for (int i = 1;; ++i) yield(i);
  });
}

template <class Contender>
void stackful(benchmark::State& state) {
  for (auto _ : state) {
    for (auto&& number : endless<Contender>()) {
      support::look_at(static_cast<std::uint64_t>(number));
      break;
    }
  }
  support::count_elements(state, 1);
}
BENCHMARK_STACKFUL("create_and_abandon", stackful);

BOOST_NOINLINE peers::stackless<int> stackless_endless() {
  for (int i = 1;; ++i) co_yield i;
}

void stackless(benchmark::State& state) {
  for (auto _ : state) {
    for (auto&& number : stackless_endless()) {
      support::look_at(static_cast<std::uint64_t>(number));
      break;
    }
  }
  support::count_elements(state, 1);
}
BENCHMARK_PEER("create_and_abandon", stackless, "stackless");

BOOST_NOINLINE void throw_and_catch() {
  struct nothing {};
  try {
    throw nothing();
  } catch (const nothing&) {
    support::look_at(1);
  }
}

void one_throw(benchmark::State& state) {
  for (auto _ : state) throw_and_catch();
  support::count_elements(state, 1);
}
BENCHMARK_PEER("create_and_abandon", one_throw, "one_throw");

}  // namespace
