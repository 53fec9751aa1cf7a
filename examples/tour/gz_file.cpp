#include "gz_file.hpp"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <string>
#include <system_error>

namespace tour {
namespace {

std::string reason(int error_number) { return std::generic_category().message(error_number); }

gzFile open(const boost::filesystem::path& name) {
  errno = 0;
#if defined(_WIN32)
  const gzFile file = gzopen_w(name.c_str(), "rb");
#else
  const gzFile file = gzopen(name.c_str(), "rb");
#endif
  if (!file) throw file_error(reason(errno ? errno : ENOMEM));
  return file;
}

}  // namespace

gz_file::gz_file(const boost::filesystem::path& name) : file_(open(name)) {
  // zlib inflates straight into the caller's buffer when asked for more than twice the size of its
  // own.
  gzbuffer(file_, 64 * 1024);
}

gz_file::~gz_file() { gzclose_r(file_); }

std::size_t gz_file::read(char* to, std::size_t size) {
  errno = 0;
  const int count = gzread(file_, to, static_cast<unsigned>(std::min<std::size_t>(size, INT_MAX)));
  if (count > 0) return static_cast<std::size_t>(count);

  int error = Z_OK;
  gzerror(file_, &error);
  switch (error) {
    case Z_OK:
    case Z_STREAM_END: return 0;
    case Z_ERRNO: throw file_error(reason(errno));
    case Z_BUF_ERROR: throw file_error("truncated: its gzip data ends too early");
    case Z_MEM_ERROR: throw file_error(reason(ENOMEM));
    default: throw file_error("corrupt: its gzip data cannot be decompressed");
  }
}

}  // namespace tour
