// How fast the machine itself is, and how evenly: a chain of additions, each of which waits for the
// one before. Nothing but the processor decides how long that takes. So where it varies, others use
// the machine.
#include "support/consume.hpp"

namespace {

constexpr int count = 100'000;

void additions(benchmark::State& state) {
  std::uint64_t sum = 0;
  for (auto _ : state)
    for (int i = 0; i < count; ++i) sum = support::unknown(sum + 1);
  support::look_at(sum);
  support::count_elements(state, count);
}
BENCHMARK(additions)->Name("calibration/addition");

}  // namespace
