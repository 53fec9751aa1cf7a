#include "file_descriptor.hpp"

#include "chunk.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace logs {
namespace {

std::string reason(int error_number) { return std::generic_category().message(error_number); }

}  // namespace

file_descriptor::file_descriptor(const std::string& name)
    : number_(open(name.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (number_ < 0) throw input_error(reason(errno));
}

file_descriptor::file_descriptor(file_descriptor&& other) noexcept
    : number_(std::exchange(other.number_, -1)), position_(other.position_) {}

file_descriptor::~file_descriptor() {
  if (number_ > 0) close(number_);
}

std::size_t file_descriptor::read(char* to, std::size_t size) {
  ssize_t count = -1;
  do {
    count = ::read(number_, to, size);
  } while (count < 0 && errno == EINTR);
  if (count < 0) throw input_error(reason(errno), position_);
  position_ += static_cast<std::uint64_t>(count);
  return static_cast<std::size_t>(count);
}

bool file_descriptor::would_wait() const noexcept {
  pollfd asked{number_, POLLIN, 0};
  return poll(&asked, 1, 0) == 0;
}

bool file_descriptor::is_truncated() const noexcept {
  struct stat now{};
  return fstat(number_, &now) == 0 && S_ISREG(now.st_mode) &&
         static_cast<std::uint64_t>(now.st_size) < position_;
}

bool file_descriptor::is_replaced(const std::string& name) const noexcept {
  struct stat opened{}, named{};
  return fstat(number_, &opened) == 0 && stat(name.c_str(), &named) == 0 &&
         (opened.st_dev != named.st_dev || opened.st_ino != named.st_ino);
}

}  // namespace logs
