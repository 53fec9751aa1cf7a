#include "progress.hpp"

#include "../support/progress_line.hpp"
#include "../support/text.hpp"

#include <unistd.h>

#include <utility>

namespace logs {

bool progress_is_wanted() { return isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) != 1; }

record_generator show_progress(record_generator records, const reading_counts& counts) {
  return [records = std::move(records), &counts](record_yielder& yield) mutable {
    support::progress_timer timer;
    for (const record& record : records) {
      if (timer.is_due())
        support::show_progress_line(support::in_bytes(counts.bytes) + ", " +
                                    support::counted(counts.lines, "line"));
      yield(record);
    }
    support::erase_progress_line();
  };
}

}  // namespace logs
