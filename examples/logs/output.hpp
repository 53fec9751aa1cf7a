// Standard output.
#pragma once

#include <string>

namespace logs {

/// Thrown when nobody reads the output any more, as with `| head`.
struct output_closed {};

class output {
 public:
  /// Append to it, then call end_line().
  std::string& text() noexcept { return buffer_; }

  /// Ends the line. Throws output_closed; std::system_error if it cannot be written.
  void end_line();

  /// Throws what end_line() throws.
  void flush();

 private:
  std::string buffer_;
};

}  // namespace logs
