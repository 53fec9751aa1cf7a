// A tour of deepyield, with its real output.
#include "../support/text.hpp"
#include "log_pipeline.hpp"
#include "parts.hpp"
#include "resources.hpp"

#include <boost/filesystem/path.hpp>

#include <cstring>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using boost::filesystem::path;

const char usage[] =
    "usage: tour [--no-timing] [--samples DIR | PATH...]\n"
    "\n"
    "Shows generators at work. The last part summarises web server logs (Common and Combined Log "
    "Format), plain or gzipped:\n"
    "  PATH...        these files, and the logs in these folders\n"
    "  --samples DIR  those that make_sample_logs.sh DIR has made: first the small set, then one a "
    "hundred times as large\n"
    "  --no-timing    leave out what differs from run to run: throughput and memory\n"
    "  --help         print this\n"
    "Exits with 1 if a file could not be read to its end, with 2 for wrong usage.\n";

struct options {
  bool help = false;
  bool timing = true;
  path samples;
  std::vector<path> paths;
};

options parse_options(const std::vector<std::string>& arguments) {
  options result;
  bool only_paths = false;
  for (auto argument = arguments.begin(); argument != arguments.end(); ++argument) {
    if (only_paths || argument->compare(0, 1, "-") != 0) {
      result.paths.emplace_back(*argument);
    } else if (*argument == "--") {
      only_paths = true;
    } else if (*argument == "--help") {
      result.help = true;
    } else if (*argument == "--no-timing") {
      result.timing = false;
    } else if (*argument == "--samples" && argument + 1 != arguments.end()) {
      result.samples = *++argument;
    } else {
      throw std::invalid_argument(*argument == "--samples" ? "--samples needs a folder"
                                                           : "unknown option " + *argument);
    }
  }
  if (!result.samples.empty() && !result.paths.empty())
    throw std::invalid_argument("either --samples or paths, not both");
  return result;
}

void print_heading(const char* heading) {
  std::cout << '\n' << heading << '\n' << std::string(std::strlen(heading), '-') << '\n';
}

bool show_logs(const std::vector<path>& paths, bool timing) {
  const auto summary = tour::summarise_logs(paths);
  summary.report.print(std::cout);
  print(std::cout, summary.found);
  if (timing) print_costs(std::cout, summary);
  return summary.report.all_was_readable();
}

bool show_samples(const path& directory, bool timing) {
  std::cout << "  The small set, " << (directory / "small").string() << ", to compare with:\n";
  const auto small = tour::summarise_logs({directory / "small"});
  const auto peak = tour::peak_memory();
  small.report.print(std::cout);
  if (timing) print_costs(std::cout, small);

  std::cout << "\n  A hundred times as much, " << (directory / "large").string() << ":\n";
  const bool large_was_readable = show_logs({directory / "large"}, timing);
  if (timing)
    std::cout << "\n  On a hundred times the input the peak of memory grew by "
              << support::grouped(tour::peak_memory() - peak) << " KiB.\n";
  return small.report.all_was_readable() && large_was_readable;
}

// Returns whether all files could be read.
bool run(const options& options) {
  std::cout << "deepyield: generators for C++14 and later\n";
  print_heading("1. Counting");
  tour::show_counting(std::cout);
  print_heading("2. Permutations and combinations, made when asked for");
  tour::show_arrangements(std::cout);
  print_heading("3. A walk over a tree, by plain recursion");
  tour::show_tree_walk(std::cout);

  print_heading("4. Web server logs: files -> lines -> fields -> records -> totals");
  if (!options.samples.empty()) return show_samples(options.samples, options.timing);
  if (!options.paths.empty()) return show_logs(options.paths, options.timing);
  std::cout << "  Name log files or folders to see this part.\n";
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  options options;
  try {
    options = parse_options({argv + 1, argv + argc});
  } catch (const std::invalid_argument& error) {
    std::cerr << "tour: " << error.what() << "\n\n" << usage;
    return 2;
  }
  if (options.help) {
    std::cout << usage;
    return 0;
  }

  try {
    std::ios::sync_with_stdio(false);
    const bool all_was_readable = run(options);
    std::cout.flush();
    if (!std::cout) throw std::runtime_error("the output cannot be written");
    return all_was_readable ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "tour: " << error.what() << '\n';
    return 1;
  }
}
