// A line on stderr that says how far something has come, and is written over.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace support {

/// Asked once for each element, says now and then that the line is due.
class progress_timer {
 public:
  explicit progress_timer(std::chrono::milliseconds until_first = {})
      : due_(clock::now() + until_first) {}

  bool is_due();

 private:
  using clock = std::chrono::steady_clock;

  clock::time_point due_;
  std::uint64_t asked_ = 0;
};

void show_progress_line(const std::string& text);

/// If a line is shown. Call it before anything else is printed on stderr.
void erase_progress_line();

}  // namespace support
