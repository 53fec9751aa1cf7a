// The declarations that the examples and tables of docs/itertools.md use, and a check of what they
// print.
#pragma once

#include <deepyield/generator.hpp>
#include <deepyield/itertools.hpp>
#include <deepyield/to.hpp>

#include <boost/range/adaptor/reversed.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <iostream>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

using namespace deepyield;

namespace {

inline generator<int> count_up_to(int n) {
  return [=](yielder<int>& yield) {
    for (int count = 1; count <= n; ++count) yield(count);
  };
}

// The names in the table "From Python, name by name".
namespace table {
const std::vector<int> v{1, 2, 3};
const std::vector<std::vector<int>> rows{{1, 2}, {3, 4}};
inline int f(int n) { return n % 3; }
inline bool odd(int n) { return n % 2 != 0; }
}  // namespace table

template <class Value>
void print_element(const Value& value) {
  std::cout << value;
}
// Within a range, tuples and vectors stand in parentheses.
template <class First, class Second>
void print_element(const std::tuple<First, Second>& pair) {
  std::cout << '(' << std::get<0>(pair) << ' ' << std::get<1>(pair) << ')';
}
template <class Value>
void print_element(const std::vector<Value>& all) {
  const char* before = "(";
  for (const Value& value : all) std::cout << std::exchange(before, " ") << value;
  std::cout << ')';
}

template <class Range>
auto print(Range&& range) -> decltype(static_cast<void>(range.begin())) {
  for (auto&& element : range) {
    print_element(element);
    std::cout << ' ';
  }
  std::cout << '\n';
}
template <class Number, std::enable_if_t<std::is_arithmetic<Number>::value, int> = 0>
void print(Number number) {
  std::cout << std::boolalpha << number << '\n';
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
