// A file that is read as its uncompressed bytes, whether it is plain or gzipped: zlib looks at the
// content, not at the name.
#pragma once

#include <boost/filesystem/path.hpp>

#include <cstddef>
#include <stdexcept>

struct gzFile_s;  // NOLINT(readability-identifier-naming): zlib's

namespace tour {

/// What is wrong with a file, in words for its owner.
struct file_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class gz_file {
 public:
  /// Throws file_error.
  explicit gz_file(const boost::filesystem::path& name);
  ~gz_file();
  gz_file(const gz_file&) = delete;
  gz_file& operator=(const gz_file&) = delete;

  /// Reads up to `size` bytes; returns how many, 0 at the end. Throws file_error, for a truncated
  /// file only after all its bytes.
  std::size_t read(char* to, std::size_t size);

 private:
  gzFile_s* file_;
};

}  // namespace tour
