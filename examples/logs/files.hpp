// Paths -> names of files.
#pragma once

#include "problems.hpp"

#include <deepyield/generator.hpp>

#include <string>
#include <vector>

namespace logs {

/// The files that are named, and those at every depth of the folders that are named.
deepyield::generator<const std::string&> find_files(std::vector<std::string> paths,
                                                    problems& found);

}  // namespace logs
