#include "log_files.hpp"

#include "fields.hpp"
#include "gz_file.hpp"
#include "lines.hpp"
#include "records.hpp"

#include "../support/files_below.hpp"

#include <boost/filesystem.hpp>

#include <cstddef>
#include <string>

namespace tour {
namespace {

namespace fs = boost::filesystem;

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

}  // namespace

deepyield::generator<const fs::path&> find_log_files(std::vector<fs::path> paths,
                                                     reading_report& report) {
  return [=, &report](deepyield::yielder<const fs::path&>& yield) {
    const auto skipped = [&](const fs::path& path, const std::string& reason) {
      report.skipped(path, reason);
    };
    const auto unreadable = [&](const fs::path& path, const std::string& reason) {
      report.unreadable(path, reason);
    };
    for (const fs::path& path : paths) {
      boost::system::error_code error;
      if (!fs::is_directory(path, error)) {
        yield(path);  // even if there is no such file: its reader says so
        continue;
      }
      for (const fs::path& file : support::files_below(path, skipped, unreadable))
        if (looks_like_a_log(file))
          yield(file);
        else
          report.skipped(file, "none of its first lines is a log record");
    }
  };
}

}  // namespace tour
