// Runs the snippets of a page, and compares what each prints with what the page says. A difference
// of white space does not count.
#include "snippets.hpp"

#include <cstdlib>
#include <exception>
#include <sstream>

namespace {

struct entry {
  const char* where;
  snippet::function run;
  const char* expected;
};

std::vector<entry>& entries() {
  static std::vector<entry> all;
  return all;
}

std::string with_single_blanks(const std::string& text) {
  std::istringstream words(text);
  std::string result;
  for (std::string word; words >> word;) result += (result.empty() ? "" : " ") + word;
  return result;
}

// What it prints on std::cout.
std::string output_of(snippet::function run) {
  std::ostringstream printed;
  std::streambuf* const before = std::cout.rdbuf(printed.rdbuf());
  try {
    run();
  } catch (const std::exception& error) {
    printed << " threw: " << error.what();
  }
  std::cout.rdbuf(before);
  return with_single_blanks(printed.str());
}

}  // namespace

snippet::snippet(const char* where, function run, const char* expected) {
  entries().push_back({where, run, expected});
}

int main() {
  int status = EXIT_SUCCESS;
  for (const entry& each : entries()) {
    const std::string printed = output_of(each.run);
    const std::string expected = with_single_blanks(each.expected);
    if (printed == expected) continue;
    std::cout << each.where << ":\n  the page says: " << expected
              << "\n  it prints:     " << printed << '\n';
    status = EXIT_FAILURE;
  }
  std::cout << entries().size() << " snippets were run\n";
  return status;
}
