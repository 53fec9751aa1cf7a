// The end of the pipeline: prints each record.
#pragma once

#include "field.hpp"
#include "format.hpp"
#include "output.hpp"
#include "records.hpp"

#include <cstdint>
#include <vector>

namespace logs {

/// Prints these fields of the records; if there are none, their lines as they are. Returns how many
/// records there were. Throws what output throws.
std::uint64_t print_records(record_generator records, const std::vector<const field*>& fields,
                            format format, output& out);

}  // namespace logs
