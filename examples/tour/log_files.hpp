// Stage 1: paths -> files.
#pragma once

#include "reading_report.hpp"

#include <deepyield/generator.hpp>

#include <boost/filesystem/path.hpp>

#include <vector>

namespace tour {

/// The files that are named, and the logs at every depth of the folders that are named, in the
/// order of their names. A file in a folder is a log if one of its first lines is a record.
/// Symbolic links in folders are not followed, as with `grep -r`: nothing is read twice, and no
/// cycle is entered.
deepyield::generator<const boost::filesystem::path&> find_log_files(
    std::vector<boost::filesystem::path> paths, reading_report& report);

}  // namespace tour
