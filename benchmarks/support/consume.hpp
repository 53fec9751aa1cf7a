// How a contender takes its elements, and says how many.
#pragma once

#include "support/look_at.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace support {

/// Tells how many elements were taken in all, for the time each.
inline void count_elements(benchmark::State& state, std::int64_t each_time) {
  state.SetItemsProcessed(state.iterations() * each_time);
}

}  // namespace support
