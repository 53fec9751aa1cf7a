// The large-file pipeline as a whole.
#pragma once

#include "reading_report.hpp"
#include "totals.hpp"

#include <boost/filesystem/path.hpp>

#include <iosfwd>
#include <vector>

namespace tour {

/// What one run of the pipeline found, and what it took.
struct log_summary {
  reading_report report;
  totals found;
  double seconds = 0;
};

log_summary summarise_logs(const std::vector<boost::filesystem::path>& paths);

void print_costs(std::ostream& out, const log_summary& summary);

}  // namespace tour
