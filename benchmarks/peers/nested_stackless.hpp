// `count` elements from the innermost of nested stackless generators: the C++20 contender of
// delegation.cpp and, as it has no stack to call on, of depth.cpp.
#pragma once

#include "peers/stackless.hpp"
#include "support/consume.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace peers {

inline stackless<int> nested_stackless(int depth, int count) {
  if (depth > 1) {
    co_yield elements_of(nested_stackless(depth - 1, count));
  } else {
    for (int i = 1; i <= count; ++i) co_yield i;
  }
}

template <int Depth, int Count>
void take_nested_stackless(benchmark::State& state) {
  for (auto _ : state)
    for (auto&& number : nested_stackless(Depth, Count))
      support::look_at(static_cast<std::uint64_t>(number));
  support::count_elements(state, Count);
}

}  // namespace peers
