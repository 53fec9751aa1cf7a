// What is wrong with the inputs: reported on stderr, and counted.
#pragma once

#include "chunk.hpp"
#include "lines.hpp"

#include <cstdint>
#include <string>

namespace logs {

class problems {
 public:
  /// Of each file, at most `limit` lines that are no records are shown; all are counted.
  explicit problems(std::uint64_t limit) : limit_(limit) {}

  std::uint64_t limit() const noexcept { return limit_; }
  bool any() const noexcept { return bad_lines_ || bad_files_; }

  /// A file or folder that cannot be read, or not to its end.
  void bad_file(const std::string& name, const std::string& reason);

  /// A line of which no record could be made. `shown`: see limit().
  void bad_line(const std::string& name, const line& line, const std::string& reason, bool shown);

  /// Anything else that the user may want to know.
  void notice(const std::string& name, const std::string& what);

  /// How many there were, if there were any.
  void print_counts() const;

 private:
  std::uint64_t limit_;
  std::uint64_t bad_lines_ = 0, bad_files_ = 0;
};

/// How standard input is called in messages.
std::string display_name(const std::string& file);

}  // namespace logs
