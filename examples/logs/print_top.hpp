// The end of the pipeline: counts the records by one of their fields.
#pragma once

#include "field.hpp"
#include "format.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "records.hpp"

#include <cstddef>
#include <cstdint>

namespace logs {

/// Different values that are counted exactly; see most_frequent.hpp for more of them.
constexpr std::size_t values_counted = 50000;

/// Of longer values, this much is kept.
constexpr std::size_t longest_value = 500;

/// Reads all records, then prints the `number` most frequent values with their counts and bytes,
/// "-" for a field that is missing. Returns how many records there were. Throws what output throws.
std::uint64_t print_top(record_generator records, std::size_t number, const field& by,
                        format format, output& out, problems& found);

}  // namespace logs
