// Takes the elements of a contender, and reports their number.
#pragma once

#include "support/look_at.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace support {

/// Reports how many elements were taken in all, to get the time of each.
inline void count_elements(benchmark::State& state, std::int64_t each_time) {
  state.SetItemsProcessed(state.iterations() * each_time);
}

}  // namespace support
