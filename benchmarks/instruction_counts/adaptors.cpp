// adaptors COUNT: runs each adaptor over COUNT elements, and the same loop by hand. Has Callgrind
// write the instruction count of each.
#include <valgrind/callgrind.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace {

int count = 0;

struct comparison {
  std::string name;
  void (*adapted)();
  void (*by_hand)();
};
std::vector<comparison>& comparisons() {
  static std::vector<comparison> all;
  return all;
}
bool compare(const char* name, void (*adapted)(), void (*by_hand)()) {
  comparisons().push_back({name, adapted, by_hand});
  return true;
}

void counted(const std::string& name, void (*run)()) {
  run();  // so that work that is done once does not count
  CALLGRIND_ZERO_STATS;
  run();
  CALLGRIND_DUMP_STATS_AT(name.c_str());
}

}  // namespace

#define COMPARE(name, elements, adapted, ...)            \
  const bool comparing_##name [[gnu::unused]] = compare( \
      #name,                                             \
      [] {                                               \
        for (auto&& element : adapted) look_at(element); \
      },                                                 \
      [] __VA_ARGS__)
#include "support/adaptors.inc"

int main(int, char** argv) {
  count = std::atoi(argv[1]);
  for (const comparison& each : comparisons()) {
    counted(each.name + " adapted", each.adapted);
    counted(each.name + " by_hand", each.by_hand);
  }
}
