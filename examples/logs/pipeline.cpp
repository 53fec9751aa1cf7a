// Each stage is a generator that reads the one before. Nothing is read until the last stage asks,
// and then one record at a time. README.md has a drawing.
#include "pipeline.hpp"

#include "files.hpp"
#include "follow.hpp"
#include "output.hpp"
#include "print_records.hpp"
#include "print_top.hpp"
#include "progress.hpp"
#include "read_file.hpp"
#include "records.hpp"

#include "../support/text.hpp"

#include <deepyield/itertools/filter.hpp>
#include <deepyield/itertools/merge_from_iterable.hpp>
#include <deepyield/to.hpp>

#include <boost/optional.hpp>

#include <iostream>
#include <utility>

namespace logs {
namespace {

using file_names = deepyield::generator<const std::string&>;

record_generator read_one_after_another(file_names files, reading& reading) {
  return [files = std::move(files), &reading](record_yielder& yield) mutable {
    for (const std::string& name : files) yield.from(records_of(name, read_file(name), reading));
  };
}

// A record's text is in its own file's buffers, so the merge may look at one of each.
record_generator read_merged(file_names files, reading& reading) {
  namespace itertools = deepyield::itertools;
  std::vector<record_generator> each;
  for (const std::string& name : files)
    each.push_back(records_of(name, read_file(name), reading) |
                   itertools::filter([](const record& record) { return !record.is_idle(); }));
  return itertools::merge_from_iterable(
      std::move(each), itertools::by_key([](const record& record) { return record.time; }));
}

void print_totals(const reading_counts& counts, std::uint64_t selected) {
  using support::counted;
  std::cerr << "logs: " + counted(counts.files, "file") + ", " + counted(counts.lines, "line") +
                   ", " + counted(counts.records, "record") + ", " + support::grouped(selected) +
                   " selected\n";
}

}  // namespace

bool run(const options& options) {
  reading reading(options.problems_shown);
  output out;

  boost::optional<interruption> interruption;
  file_names files = find_files(options.paths, reading.found);
  record_generator records;
  if (options.follow) {
    interruption.emplace();
    records = follow_files(deepyield::to<std::vector>(std::move(files)), options.by_polling,
                           *interruption, reading);
  } else if (options.merge) {
    records = read_merged(std::move(files), reading);
  } else {
    records = read_one_after_another(std::move(files), reading);
  }
  if (!options.follow && progress_is_wanted())
    records = show_progress(std::move(records), reading.counts);
  records = filtered(std::move(records), options.filters, reading.found);

  try {
    const std::uint64_t selected =
        options.top ? print_top(std::move(records), options.top, *options.top_by, options.format,
                                out, reading.found)
                    : print_records(std::move(records), options.fields, options.format, out);
    reading.found.print_counts();
    if (options.totals) print_totals(reading.counts, selected);
  } catch (const output_closed&) {
    // The reader has seen enough.
  }
  return !reading.found.any();
}

}  // namespace logs
