// The records that are wanted.
#pragma once

#include "problems.hpp"
#include "records.hpp"

#include <boost/optional.hpp>
#include <boost/regex.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace logs {

struct status_range {
  int first, last;
};

/// What is not set, or empty, lets everything pass.
struct filters {
  boost::optional<std::int64_t> since;  // from this second on
  boost::optional<std::int64_t> until;  // before this second
  std::vector<status_range> statuses;
  std::vector<std::string> hosts, methods;
  boost::optional<boost::regex> path;  // found anywhere in the path
};

/// Adds a stage for each filter that is set.
record_generator filtered(record_generator records, const filters& wanted, problems& found);

}  // namespace logs
