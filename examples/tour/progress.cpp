#include "progress.hpp"

#include "../support/progress_line.hpp"
#include "../support/text.hpp"

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

#include <chrono>
#include <utility>

namespace tour {
namespace {

using support::counted;
using support::in_bytes;
using support::printable;

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
    support::progress_timer timer(std::chrono::milliseconds(200));
    for (const line& line : lines) {
      if (timer.is_due())
        support::show_progress_line(in_bytes(report.counts().bytes) + ", " +
                                    counted(report.counts().lines, "line") + ", " +
                                    printable(line.file.filename().string(), 40));
      yield(line);
    }
    support::erase_progress_line();
  };
}

}  // namespace tour
