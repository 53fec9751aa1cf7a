// Writes its name down when it is destroyed.
#pragma once

#include <string>

struct guard {
  std::string& log;
  const char* name;
  ~guard() { log += name; }
};
