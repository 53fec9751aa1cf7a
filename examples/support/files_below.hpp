// The files in a folder, at every depth.
#pragma once

#include <deepyield/generator.hpp>

#include <boost/filesystem/path.hpp>

#include <functional>
#include <string>

namespace support {

/// What is not yielded: the path, and why.
using path_problem =
    std::function<void(const boost::filesystem::path& path, const std::string& reason)>;

/// All regular files, in the order of their names. Symbolic links are not followed, as with
/// `grep -r`: nothing is found twice, and no cycle is entered. Links, pipes and the like are
/// `skipped`; what the system refuses to show is `unreadable`.
deepyield::generator<const boost::filesystem::path&> files_below(boost::filesystem::path folder,
                                                                 path_problem skipped,
                                                                 path_problem unreadable);

}  // namespace support
