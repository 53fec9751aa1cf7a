// The declarations that the examples of docs/itertools.md use, and a check of what they print.
#pragma once

#include <deepyield/generator.hpp>
#include <deepyield/itertools.hpp>

#include <boost/test/unit_test.hpp>

#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace deepyield;

namespace {

inline generator<int> count_up_to(int n) {
  return [=](yielder<int>& yield) {
    for (int count = 1; count <= n; ++count) yield(count);
  };
}

template <class Range>
void print(Range&& range) {
  for (auto&& element : range) std::cout << element << ' ';
  std::cout << '\n';
}

// Captures std::cout until it is destroyed.
class printed {
 public:
  printed() : before_(std::cout.rdbuf(all_.rdbuf())) {}
  printed(const printed&) = delete;
  printed& operator=(const printed&) = delete;
  ~printed() { std::cout.rdbuf(before_); }

  // The output, without blanks at the ends of lines.
  std::string text() const {
    std::istringstream lines(all_.str());
    std::string text;
    for (std::string line; std::getline(lines, line);)
      text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    return text;
  }

 private:
  std::ostringstream all_;
  std::streambuf* before_;
};

}  // namespace
