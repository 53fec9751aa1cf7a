// A stage that only looks: says on stderr how far the reading is.
#pragma once

#include "lines.hpp"
#include "reading_report.hpp"

#include <deepyield/generator.hpp>

namespace tour {

/// Passes the lines on, as they are; the last progress line is erased at their end. Where stderr is
/// not a terminal, returns them unchanged.
deepyield::generator<const line&> show_progress(deepyield::generator<const line&> lines,
                                                const reading_report& report);

/// To be called before anything else is printed on stderr.
void erase_progress();

}  // namespace tour
