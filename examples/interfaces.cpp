// Generators in interfaces: they name the weakest element that their users need, and any stronger
// generator converts to it, with its stack and its elements.
#include <deepyield/generator.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using deepyield::generator;
using deepyield::yielder;

// A virtual function.
struct line_source {
  virtual ~line_source() = default;
  virtual generator<const std::string&> lines() = 0;
};

// Its lines lie in memory: they are passed on by reference.
class stored_lines : public line_source {
 public:
  explicit stored_lines(std::vector<std::string> lines) : lines_(std::move(lines)) {}
  generator<const std::string&> lines() override {
    return [this](yielder<const std::string&>& yield) { yield.from(lines_); };
  }

 private:
  std::vector<std::string> lines_;
};

// Its lines are made as they are asked for: a generator<std::string>, which converts.
generator<std::string> squares(int last) {
  return [last](yielder<std::string>& yield) {
    for (int i = 1; i <= last; ++i) yield(std::to_string(i * i));
  };
}
struct computed_lines : line_source {
  generator<const std::string&> lines() override { return squares(3); }
};

// A member that several functions read: each goes on where the one before stopped.
class report {
 public:
  explicit report(generator<const std::string&> lines) : lines_(std::move(lines)) {}
  std::string title() {
    const std::string* first = lines_.next();
    return first ? *first : "(empty)";
  }
  void print_rest() {
    for (const std::string& line : lines_) std::cout << "  " << line << '\n';
  }

 private:
  generator<const std::string&> lines_;
};

int main() {
  std::vector<std::unique_ptr<line_source>> sources;
  sources.push_back(
      std::make_unique<stored_lines>(std::vector<std::string>{"fruit", "apple", "pear"}));
  sources.push_back(std::make_unique<computed_lines>());

  // A container of generators, read in turn.
  std::vector<generator<const std::string&>> open;
  open.reserve(sources.size() + 1);
  for (auto& source : sources) open.push_back(source->lines());
  open.emplace_back(squares(2));
  for (bool any = true; any;) {
    any = false;
    for (auto& lines : open)
      if (const std::string* line = lines.next()) {
        std::cout << *line << ' ';
        any = true;
      }
  }
  std::cout << '\n';

  for (auto& source : sources) {
    report printed(source->lines());
    std::cout << printed.title() << '\n';
    printed.print_rest();
  }
}
