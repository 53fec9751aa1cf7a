#include "log_files.hpp"

#include "fields.hpp"
#include "gz_file.hpp"
#include "lines.hpp"
#include "records.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>

namespace tour {
namespace {

namespace fs = boost::filesystem;
using yielder = deepyield::yielder<const fs::path&>;

// enough for the deepest folder that a path can name; committed as touched
constexpr std::size_t deep_stack = 4 * 1024 * 1024;

bool looks_like_a_log(const fs::path& file) {
  constexpr std::size_t patience = 20;
  bool empty = true;
  try {
    for (const line& line : lines_of(file)) {
      empty = false;
      split_line split;
      record record;
      if (!tour::split(line.text, split) && !parse(split, record)) return true;
      // the generator is abandoned half-way: its file is closed
      if (line.number == patience) return false;
    }
  } catch (const line_too_long&) {
    return false;
  } catch (const file_error&) {
    return true;  // its reader says what is wrong with it
  }
  return empty;
}

// Plain recursion, which yields from every depth.
void walk(const fs::path& folder, yielder& yield, reading_report& report) {
  boost::system::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    entries.push_back(entry->path());
  if (error) report.unreadable(folder, error.message());

  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    switch (fs::symlink_status(entry, error).type()) {
      case fs::directory_file: walk(entry, yield, report); break;
      case fs::regular_file:
        if (looks_like_a_log(entry))
          yield(entry);
        else
          report.skipped(entry, "none of its first lines is a log record");
        break;
      case fs::symlink_file: report.skipped(entry, "a symbolic link"); break;
      case fs::status_error:
      case fs::file_not_found: report.unreadable(entry, error.message()); break;
      default: report.skipped(entry, "not a regular file");
    }
  }
}

}  // namespace

deepyield::generator<const fs::path&> find_log_files(std::vector<fs::path> paths,
                                                     reading_report& report) {
  auto body = [paths, &report](yielder& yield) {
    for (const fs::path& path : paths) {
      boost::system::error_code error;
      if (fs::is_directory(path, error))
        walk(path, yield, report);
      else
        yield(path);  // even if there is no such file: its reader says so
    }
  };
  return {std::allocator_arg, deepyield::stack_pool(deep_stack), std::move(body)};
}

}  // namespace tour
