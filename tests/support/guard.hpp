// Appends its name to a log when it is destroyed.
#pragma once

#include <string>

struct guard {
  std::string& log;
  const char* name;
  ~guard() { log += name; }
};
