// Stage 1: paths -> files.
#pragma once

#include "reading_report.hpp"

#include <deepyield/generator.hpp>

#include <boost/filesystem/path.hpp>

#include <vector>

namespace tour {

/// The files that are named, and the logs in the folders that are, at every depth, in the order of
/// their names. In a folder a log is known by its content: one of its first lines is a record.
/// Symbolic links met there are not followed, as by `grep -r`: nothing is read twice, and loops of
/// them end.
deepyield::generator<const boost::filesystem::path&> find_log_files(
    std::vector<boost::filesystem::path> paths, reading_report& report);

}  // namespace tour
