#include "progress.hpp"

#include "../support/text.hpp"

#include <unistd.h>

#include <chrono>
#include <iostream>
#include <utility>

namespace logs {
namespace {

bool is_shown = false;

}  // namespace

bool progress_is_wanted() { return isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) != 1; }

record_generator show_progress(record_generator records, const reading_counts& counts) {
  return [records = std::move(records), &counts](record_yielder& yield) mutable {
    using clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds interval(200);
    auto due = clock::now();
    std::uint64_t passed = 0;
    for (const record& record : records) {
      // a look at the clock costs more than a record
      if (++passed % 4096 == 0 && clock::now() >= due) {
        due = clock::now() + interval;
        std::cerr << "\r\033[K" << support::in_bytes(counts.bytes) << ", "
                  << support::counted(counts.lines, "line") << std::flush;
        is_shown = true;
      }
      yield(record);
    }
    erase_progress();
  };
}

void erase_progress() {
  if (is_shown) std::cerr << "\r\033[K" << std::flush;
  is_shown = false;
}

}  // namespace logs
