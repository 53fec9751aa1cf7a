#include "problems.hpp"

#include "../support/progress_line.hpp"
#include "../support/text.hpp"

#include <iostream>

namespace logs {
namespace {

using support::counted;
using support::printable;

constexpr std::size_t excerpt = 80;

void print(const std::string& message) {
  support::erase_progress_line();
  std::cerr << "logs: " + message + '\n';
}

}  // namespace

std::string display_name(const std::string& file) {
  return file == "-" ? "standard input" : printable(file, file.size());
}

void problems::bad_file(const std::string& name, const std::string& reason) {
  ++bad_files_;
  print(display_name(name) + ": " + reason);
}

void problems::bad_line(const std::string& name, const line& line, const std::string& reason,
                        bool shown) {
  ++bad_lines_;
  if (!shown) return;
  std::string message = display_name(name) + ':' + std::to_string(line.number) + ": " + reason;
  if (line.is_cut) message += " within the first " + support::in_bytes(longest_line);
  if (!line.text.empty()) message += ": " + printable(line.text, excerpt);
  print(message);
}

void problems::notice(const std::string& name, const std::string& what) {
  print(display_name(name) + ": " + what);
}

void problems::print_counts() const {
  if (bad_files_) print(counted(bad_files_, "file") + " could not be read, or not to the end");
  if (bad_lines_) print(counted(bad_lines_, "line") + " left out");
}

}  // namespace logs
