// A source and 1 to 8 stages, each a generator that takes from the one before and adds one.
#include "peers/stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"

namespace {

constexpr int count = 200'000;

template <class Contender>
BOOST_NOINLINE typename Contender::template generator<int> source() {
  return Contender::template make<int>([](auto& yield) {
    for (int i = 1; i <= count; ++i) yield(i);
  });
}

template <class Contender>
BOOST_NOINLINE typename Contender::template generator<int> add_one(
    typename Contender::template generator<int>& numbers) {
  return Contender::template make<int>([&numbers](auto& yield) {
    for (auto&& number : numbers) yield(number + 1);
  });
}

struct stackless_contender {
  template <class Yield>
  using generator = peers::stackless<Yield>;
};

template <>
BOOST_NOINLINE peers::stackless<int> source<stackless_contender>() {
  for (int i = 1; i <= count; ++i) co_yield i;
}

template <>
BOOST_NOINLINE peers::stackless<int> add_one<stackless_contender>(peers::stackless<int>& numbers) {
  for (auto&& number : numbers) co_yield number + 1;
}

// Each stage stays in its own scope, as some of the contenders cannot be moved.
template <class Contender, int Stages>
BOOST_FORCEINLINE void run(typename Contender::template generator<int>& numbers) {
  if constexpr (Stages == 0) {
    for (auto&& number : numbers) support::look_at(static_cast<std::uint64_t>(number));
  } else {
    auto incremented = add_one<Contender>(numbers);
    run<Contender, Stages - 1>(incremented);
  }
}

template <class Contender, int Stages>
void generators(benchmark::State& state) {
  for (auto _ : state) {
    auto numbers = source<Contender>();
    run<Contender, Stages>(numbers);
  }
  support::count_elements(state, count);
}

// The compiler sees all stages at once, and makes them one loop.
template <int Stages, class Callback>
BOOST_FORCEINLINE void call_with(int number, Callback callback) {
  if constexpr (Stages == 0)
    callback(number);
  else
    call_with<Stages - 1>(support::unknown(number + 1), callback);
}

template <int Stages>
void callback(benchmark::State& state) {
  for (auto _ : state)
    for (int i = 1; i <= count; ++i)
      call_with<Stages>(i,
                        [](int number) { support::look_at(static_cast<std::uint64_t>(number)); });
  support::count_elements(state, count);
}

#define WITH_STAGES(stages)                                                                 \
  template <class Contender>                                                                \
  void stackful_##stages(benchmark::State& state) {                                         \
    generators<Contender, stages>(state);                                                   \
  }                                                                                         \
  BENCHMARK_STACKFUL("pipeline_" #stages, stackful_##stages);                               \
  BENCHMARK_PEER("pipeline_" #stages, stackful_##stages<stackless_contender>, "stackless"); \
  BENCHMARK_PEER("pipeline_" #stages, callback<stages>, "inlined_callback")

WITH_STAGES(1);
WITH_STAGES(2);
WITH_STAGES(3);
WITH_STAGES(4);
WITH_STAGES(6);
WITH_STAGES(8);

}  // namespace
