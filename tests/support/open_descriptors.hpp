// How many files and folders the process has open.
#pragma once

#include <boost/test/unit_test.hpp>

#include <dirent.h>

inline int open_descriptors() {
  DIR* const descriptors = opendir("/proc/self/fd");
  BOOST_REQUIRE(descriptors);
  int count = 0;
  while (readdir(descriptors)) ++count;
  closedir(descriptors);
  return count;
}
