// The tour's log pipeline, five generators one behind the other, against one loop over the same
// functions for reading, splitting and parsing. The folder of logs is named by DEEPYIELD_LOGS.
#include "../examples/tour/log_pipeline.hpp"
#include "../examples/tour/fields.hpp"
#include "../examples/tour/gz_file.hpp"
#include "../examples/tour/records.hpp"
#include "../examples/tour/totals.hpp"

#include <benchmark/benchmark.h>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

using paths = std::vector<boost::filesystem::path>;

paths logs() {
  paths found;
  const char* folder = std::getenv("DEEPYIELD_LOGS");
  if (!folder) return found;
  for (const auto& entry : boost::filesystem::recursive_directory_iterator(folder))
    if (boost::filesystem::is_regular_file(entry.path())) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

void generators(benchmark::State& state) {
  const paths files = logs();
  if (files.empty()) return state.SkipWithError("DEEPYIELD_LOGS names no folder of logs");
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    const tour::log_summary summary = tour::summarise_logs(files);
    benchmark::DoNotOptimize(summary.found.requests);
    bytes += summary.report.counts().bytes;
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

// The work of the stages in one loop.
class one_loop {
 public:
  void read(const boost::filesystem::path& file) {
    tour::gz_file input(file);
    std::vector<char> buffer(256 * 1024);
    std::size_t kept = 0;
    std::uint64_t number = 0;
    while (const std::size_t count = input.read(buffer.data() + kept, buffer.size() - kept)) {
      counts.bytes += count;
      const char* begin = buffer.data();
      const char* search = begin + kept;
      const char* const end = search + count;
      while (const void* newline =
                 std::memchr(search, '\n', static_cast<std::size_t>(end - search))) {
        ++counts.lines;
        search = static_cast<const char*>(newline);
        take({file, ++number, boost::string_view(begin, static_cast<std::size_t>(search - begin))});
        begin = ++search;
      }
      kept = static_cast<std::size_t>(end - begin);
      std::memmove(buffer.data(), begin, kept);
      if (2 * kept > buffer.size()) buffer.resize(2 * buffer.size());
    }
    if (kept > 0) take({file, ++number, boost::string_view(buffer.data(), kept)});
  }

  tour::reading_counts counts;
  tour::totals totals;
  std::uint64_t malformed = 0;

 private:
  void take(const tour::line& line) {
    fields_.source = &line;
    if (tour::split(line.text, fields_) || tour::parse(fields_, record_)) {
      ++malformed;
      return;
    }
    ++totals.requests;
    totals.bytes += record_.bytes;
    ++totals.by_status[static_cast<std::size_t>(record_.status)];
    totals.largest.add(record_);
    totals.hosts.add(record_.host);
    if (record_.status == 404) totals.missing_paths.add(record_.path);
  }

  tour::split_line fields_;
  tour::record record_;
};

void by_hand(benchmark::State& state) {
  const paths files = logs();
  if (files.empty()) return state.SkipWithError("DEEPYIELD_LOGS names no folder of logs");
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    one_loop loop;
    for (const auto& file : files) loop.read(file);
    benchmark::DoNotOptimize(loop.totals.requests);
    bytes += loop.counts.bytes;
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

BENCHMARK(generators)->Name("log_pipeline/native")->Unit(benchmark::kMillisecond);
BENCHMARK(by_hand)->Name("log_pipeline/one_loop")->Unit(benchmark::kMillisecond);

}  // namespace
