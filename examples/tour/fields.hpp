// Stage 3: lines -> fields.
#pragma once

#include "lines.hpp"
#include "reading_report.hpp"

#include <deepyield/generator.hpp>

#include <boost/utility/string_view.hpp>

#include <cstddef>

namespace tour {

/// A line's first fields. They are separated by spaces; one in "quotes" or [brackets] may hold
/// spaces, and keeps its delimiters.
struct split_line {
  // as many as the Combined Log Format has; any more are ignored
  static constexpr std::size_t capacity = 9;

  const line* source = nullptr;
  std::size_t count = 0;
  boost::string_view field[capacity];
};

/// Returns what is wrong with the text, or nullptr.
const char* split(boost::string_view text, split_line& result);

/// The lines' fields. A line that cannot be split is reported and left out.
deepyield::generator<const split_line&> split_fields(deepyield::generator<const line&> lines,
                                                     reading_report& report);

}  // namespace tour
