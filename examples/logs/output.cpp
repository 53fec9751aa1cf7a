#include "output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <system_error>

namespace logs {
namespace {

constexpr std::size_t enough = 64 * 1024;

}  // namespace

void output::end_line() {
  buffer_ += '\n';
  if (buffer_.size() >= enough) flush();
}

void output::flush() {
  for (std::size_t written = 0; written < buffer_.size();) {
    const ssize_t count = write(STDOUT_FILENO, buffer_.data() + written, buffer_.size() - written);
    if (count >= 0) {
      written += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      const int error = errno;
      buffer_.clear();
      if (error == EPIPE) throw output_closed();
      throw std::system_error(error, std::generic_category(), "the output cannot be written");
    }
  }
  buffer_.clear();
}

}  // namespace logs
