#include "files.hpp"

#include "../support/files_below.hpp"

#include <boost/filesystem.hpp>

namespace logs {

deepyield::generator<const std::string&> find_files(std::vector<std::string> paths,
                                                    problems& found) {
  return [=, &found](deepyield::yielder<const std::string&>& yield) {
    const auto ignore = [](const boost::filesystem::path&, const std::string&) {};
    const auto report = [&](const boost::filesystem::path& path, const std::string& reason) {
      found.bad_file(path.string(), reason);
    };
    for (const std::string& path : paths) {
      boost::system::error_code error;
      if (path == "-" || !boost::filesystem::is_directory(path, error)) {
        yield(path);  // even if there is no such file: its reader says so
        continue;
      }
      for (const auto& file : support::files_below(path, ignore, report)) yield(file.string());
    }
  };
}

}  // namespace logs
