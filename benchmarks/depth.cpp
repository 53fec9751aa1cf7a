// Elements from the innermost of 1 to 10,000 nested calls, or nested delegations where there is no
// stack to call on.
#include "peers/nested_stackless.hpp"
#include "support/consume.hpp"
#include "support/contenders.hpp"

namespace {

constexpr int count = 1'000'000;
constexpr std::size_t deep_stack = 2048 * peers::KiB;

// Adds after the inner call, which prevents a tail call.
template <class Callback>
BOOST_NOINLINE int descend(int depth, Callback& callback) {
  if (depth > 1) return support::unknown(descend(depth - 1, callback)) + 1;
  for (int i = 1; i <= count; ++i) callback(i);
  return 1;
}

template <class Contender, int Depth>
BOOST_NOINLINE typename Contender::template generator<int> from_the_depth() {
  return Contender::template make<int, deep_stack>([](auto& yield) { descend(Depth, yield); });
}

template <class Contender, int Depth>
void stackful(benchmark::State& state) {
  for (auto _ : state)
    for (auto&& number : from_the_depth<Contender, Depth>())
      support::look_at(static_cast<std::uint64_t>(number));
  support::count_elements(state, count);
}

template <int Depth>
void callback(benchmark::State& state) {
  const auto visit = [](int number) { support::look_at(static_cast<std::uint64_t>(number)); };
  for (auto _ : state) descend(Depth, visit);
  support::count_elements(state, count);
}

#define AT_DEPTH(depth)                                                                       \
  template <class Contender>                                                                  \
  void stackful_##depth(benchmark::State& state) {                                            \
    stackful<Contender, depth>(state);                                                        \
  }                                                                                           \
  BENCHMARK_STACKFUL("depth_" #depth, stackful_##depth);                                      \
  BENCHMARK_PEER("depth_" #depth, (peers::take_nested_stackless<depth, count>), "stackless"); \
  BENCHMARK_PEER("depth_" #depth, callback<depth>, "inlined_callback")

AT_DEPTH(1);
AT_DEPTH(10);
AT_DEPTH(100);
AT_DEPTH(10000);

}  // namespace
