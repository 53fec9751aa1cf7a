// A stage that only watches: it shows on stderr how far the reading has come.
#pragma once

#include "records.hpp"

namespace logs {

/// Whether stderr is a terminal, and the output is not shown on one as well.
bool progress_is_wanted();

/// Passes the records on unchanged, and erases the progress line at their end.
record_generator show_progress(record_generator records, const reading_counts& counts);

}  // namespace logs
