#include "progress_line.hpp"

#include <iostream>

namespace support {
namespace {

constexpr std::chrono::milliseconds interval(200);

// Goes to the beginning of the line and erases it.
constexpr const char* erase = "\r\033[K";

bool is_shown = false;

}  // namespace

bool progress_timer::is_due() {
  // a look at the clock costs more than an element
  if (++asked_ % 4096 != 0 || clock::now() < due_) return false;
  due_ = clock::now() + interval;
  return true;
}

void show_progress_line(const std::string& text) {
  std::cerr << erase << text << std::flush;
  is_shown = true;
}

void erase_progress_line() {
  if (is_shown) std::cerr << erase << std::flush;
  is_shown = false;
}

}  // namespace support
