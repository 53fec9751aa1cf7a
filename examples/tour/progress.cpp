#include "progress.hpp"

#include "../support/text.hpp"

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

#include <chrono>
#include <iostream>
#include <utility>

namespace tour {
namespace {

using support::counted;
using support::in_bytes;
using support::printable;

bool shown = false;

bool stderr_is_a_terminal() {
#if defined(_WIN32)
  return _isatty(2) != 0;
#else
  return isatty(STDERR_FILENO) == 1;
#endif
}

}  // namespace

deepyield::generator<const line&> show_progress(deepyield::generator<const line&> lines,
                                                const reading_report& report) {
  if (!stderr_is_a_terminal()) return lines;

  return [lines = std::move(lines), &report](deepyield::yielder<const line&>& yield) mutable {
    using clock = std::chrono::steady_clock;
    auto due = clock::now() + std::chrono::milliseconds(200);
    std::uint64_t count = 0;
    for (const line& line : lines) {
      // a look at the clock costs more than a line
      if (++count % 4096 == 0 && clock::now() >= due) {
        due = clock::now() + std::chrono::milliseconds(200);
        std::cerr << "\r\033[K" << in_bytes(report.counts().bytes) << ", "
                  << counted(report.counts().lines, "line") << ", "
                  << printable(line.file.filename().string(), 40) << std::flush;
        shown = true;
      }
      yield(line);
    }
    erase_progress();
  };
}

void erase_progress() {
  if (shown) std::cerr << "\r\033[K" << std::flush;
  shown = false;
}

}  // namespace tour
