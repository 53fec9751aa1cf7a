// Runs a function in a child process and reports how it ended: for code that must terminate with a
// message.
#pragma once

#include <string>

struct death {
  bool aborted;         // by std::terminate or abort
  int signal;           // that killed it; 0 for none
  int status;           // that it exited with; -1 where it was killed
  std::string message;  // what it wrote on stderr, without what an emulator adds
};

/// Where this program cannot go on in a child (Windows), the child is the program once more: it
/// runs this test up to here.
template <class Function>
death die_in_child(Function function);

#if defined(_WIN32)
#include "death_windows.hpp"
#else
#include "death_posix.hpp"
#endif
