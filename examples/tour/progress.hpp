// A stage that only watches: it shows on stderr how far the reading has come.
#pragma once

#include "lines.hpp"
#include "reading_report.hpp"

#include <deepyield/generator.hpp>

namespace tour {

/// Passes the lines on unchanged, and erases the last progress line at their end. If stderr is not
/// a terminal, returns `lines` itself.
deepyield::generator<const line&> show_progress(deepyield::generator<const line&> lines,
                                                const reading_report& report);

}  // namespace tour
