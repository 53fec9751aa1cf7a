// Each stage is a generator that consumes the one before. Nothing is read until the loop at the end
// asks, and then one line at a time. To add a stage, write a function that takes a generator and
// returns one; progress.cpp is a small one.
#include "log_pipeline.hpp"

#include "../support/text.hpp"
#include "fields.hpp"
#include "lines.hpp"
#include "log_files.hpp"
#include "only.hpp"
#include "progress.hpp"
#include "records.hpp"
#include "resources.hpp"

#include <chrono>
#include <ostream>
#include <utility>

namespace tour {

using support::grouped;
using support::in_bytes;

log_summary summarise_logs(const std::vector<boost::filesystem::path>& paths) {
  const auto start = std::chrono::steady_clock::now();
  log_summary summary;
  reading_report& report = summary.report;

  auto files = find_log_files(paths, report);
  auto lines = show_progress(read_lines(std::move(files), report), report);
  auto fields = split_fields(std::move(lines), report);
  auto records = parse_records(std::move(fields), report);
  auto requests = add_up(std::move(records), summary.found);
  auto missing =
      only(std::move(requests), [](const record& request) { return request.status == 404; });

  for (const record& request : missing) summary.found.missing_paths.add(request.path);

  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return summary;
}

void print_costs(std::ostream& out, const log_summary& summary) {
  const auto per_second = [&](std::uint64_t amount) {
    return static_cast<std::uint64_t>(static_cast<double>(amount) / summary.seconds);
  };
  out << "  Throughput: " << in_bytes(per_second(summary.report.counts().bytes)) << "/s, "
      << grouped(per_second(summary.report.counts().lines)) << " lines/s\n"
      << "  Memory:     " << grouped(peak_memory()) << " KiB at the peak\n";
}

}  // namespace tour
