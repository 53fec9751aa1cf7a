// A file that the system has opened.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace logs {

class file_descriptor {
 public:
  /// Throws input_error.
  explicit file_descriptor(const std::string& name);
  static file_descriptor standard_input() noexcept { return file_descriptor(0); }

  file_descriptor(file_descriptor&& other) noexcept;
  file_descriptor& operator=(file_descriptor&&) = delete;
  ~file_descriptor();

  /// Returns how many bytes were read, 0 at the end. Throws input_error.
  std::size_t read(char* to, std::size_t size);

  /// Whether read() would wait.
  bool would_wait() const noexcept;

  /// Whether the file is shorter now than what was read of it.
  bool is_truncated() const noexcept;

  /// Whether the name stands for another file now. Not if there is none: one may come.
  bool is_replaced(const std::string& name) const noexcept;

 private:
  explicit file_descriptor(int number) noexcept : number_(number) {}

  int number_;
  std::uint64_t position_ = 0;
};

}  // namespace logs
