// A C library's ways: frames that nothing may be thrown through, and what a callback throws all the same.
#pragma once

struct error {
  int value;
};
inline bool is_42(const error& e) { return e.value == 42; }

// Calls back until it is told to stop. Anything thrown through it would terminate.
template <class Callback>
bool library(int from, int to, Callback callback) noexcept {
  for (int i = from; i < to; ++i)
    if (!callback(i)) return false;
  return true;
}
