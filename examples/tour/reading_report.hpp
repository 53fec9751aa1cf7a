// What was read, and what was wrong with it. Nothing is dropped silently; what is kept of it is
// bounded.
#pragma once

#include <boost/filesystem/path.hpp>

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace tour {

struct line;

struct reading_counts {
  std::uint64_t files = 0;
  std::uint64_t lines = 0;
  std::uint64_t bytes = 0;  // uncompressed
};

class reading_report {
 public:
  reading_counts& counts() { return counts_; }
  const reading_counts& counts() const { return counts_; }

  /// A file or folder that cannot be read, or not to its end. Reports it on stderr at once.
  void unreadable(const boost::filesystem::path& file, const std::string& reason);

  /// A line that is not a record.
  void malformed(const line& line, const char* reason);

  /// A file in a folder that is not taken for a log.
  void skipped(const boost::filesystem::path& file, const std::string& reason);

  bool all_was_readable() const { return unreadable_count_ == 0; }

  void print(std::ostream& out) const;

 private:
  struct examples {
    boost::filesystem::path file;
    std::uint64_t count;
    std::vector<std::string> shown;
  };

  reading_counts counts_;
  std::uint64_t unreadable_count_ = 0, malformed_count_ = 0, skipped_count_ = 0;
  std::uint64_t more_files_with_malformed_lines_ = 0;
  boost::filesystem::path last_malformed_file_;
  std::vector<examples> malformed_;
  std::vector<std::string> unreadable_, skipped_;
};

}  // namespace tour
