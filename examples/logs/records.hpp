// Lines -> records.
#pragma once

#include "chunk.hpp"
#include "problems.hpp"
#include "record.hpp"

#include <deepyield/generator.hpp>

#include <cstdint>
#include <string>

namespace logs {

using record_generator = deepyield::generator<const record&>;
using record_yielder = deepyield::yielder<const record&>;

/// What was read, for the progress line and the totals.
struct reading_counts {
  std::uint64_t files = 0, lines = 0, records = 0, bytes = 0;  // bytes of lines
};

/// What all stages that read share.
struct reading {
  explicit reading(std::uint64_t limit) : found(limit) {}

  problems found;
  reading_counts counts;
};

/// The records of one input. Lines that are no records are reported and left out. Where the input
/// is damaged, that is reported, and the records end there.
record_generator records_of(std::string name, chunk_generator stored, reading& reading);

}  // namespace logs
