// The user's wish to end: SIGINT (Ctrl-C) or SIGTERM.
#pragma once

namespace logs {

/// While it lives, these signals do not end the program. One that is ignored stays so. There may be
/// only one.
class interruption {
 public:
  interruption();
  ~interruption();
  interruption(const interruption&) = delete;
  interruption& operator=(const interruption&) = delete;

  bool is_requested() const noexcept;

  /// Becomes readable with the request, for poll().
  int descriptor() const noexcept;
};

}  // namespace logs
