// What the snippets of each page may use without including it, and how they are run.
#pragma once

#include <deepyield/generator.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// A block of statements of a page. They are run in the order of the page.
class snippet {
 public:
  using function = void (*)();
  snippet(const char* where, function run, const char* expected);
};
