#include "files_below.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace support {
namespace {

namespace fs = boost::filesystem;
using yielder = deepyield::yielder<const fs::path&>;

// enough for the deepest folder that a path can name; committed as touched
constexpr std::size_t deep_stack = 4 * 1024 * 1024;

// Plain recursion, which yields from every depth.
void walk(const fs::path& folder, yielder& yield, const path_problem& skipped,
          const path_problem& unreadable) {
  boost::system::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    entries.push_back(entry->path());
  if (error) unreadable(folder, error.message());

  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    switch (fs::symlink_status(entry, error).type()) {
      case fs::directory_file: walk(entry, yield, skipped, unreadable); break;
      case fs::regular_file: yield(entry); break;
      case fs::symlink_file: skipped(entry, "a symbolic link"); break;
      case fs::status_error:
      case fs::file_not_found: unreadable(entry, error.message()); break;
      default: skipped(entry, "not a regular file");
    }
  }
}

}  // namespace

deepyield::generator<const fs::path&> files_below(fs::path folder, path_problem skipped,
                                                  path_problem unreadable) {
  auto body = [folder = std::move(folder), skipped = std::move(skipped),
               unreadable = std::move(unreadable)](yielder& yield) {
    walk(folder, yield, skipped, unreadable);
  };
  return {std::allocator_arg, deepyield::stack_pool(deep_stack), std::move(body)};
}

}  // namespace support
