// The command line.
#pragma once

#include "field.hpp"
#include "filters.hpp"
#include "format.hpp"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace logs {

struct options {
  std::vector<std::string> paths;
  bool help = false, version = false;
  bool follow = false, by_polling = false;
  bool merge = false;
  bool totals = false;
  logs::filters filters;
  std::size_t top = 0;  // 0: print the records
  const field* top_by = nullptr;
  logs::format format = format::text;
  std::vector<const field*> fields;  // none: the lines as they are
  std::uint64_t problems_shown = 0;
};

/// What is wrong with the command line.
struct usage_error : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Throws usage_error.
options parse_options(int argc, const char* const* argv);

std::string help_text();

}  // namespace logs
