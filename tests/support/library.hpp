// Stands for a C library: nothing may be thrown through its frames.
#pragma once

// Calls back until it is told to stop. Anything thrown through it would terminate.
template <class Callback>
bool library(int from, int to, Callback callback) noexcept {
  for (int i = from; i < to; ++i)
    if (!callback(i)) return false;
  return true;
}
