#include "lines.hpp"

#include <cstddef>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace tour {
namespace {

using boost::filesystem::path;

constexpr std::size_t KiB = 1024, MiB = 1024 * KiB;

line make_line(const path& file, std::uint64_t number, const char* begin, const char* end) {
  if (end != begin && end[-1] == '\r') --end;
  return {file, number, boost::string_view(begin, static_cast<std::size_t>(end - begin))};
}

// Yields each line where it lies in the buffer. Only a line that crosses the buffer's end is moved,
// to the front. A longer line makes the buffer grow.
void read(const path& file, std::size_t longest, deepyield::yielder<const line&>& yield,
          reading_counts& counts) {
  gz_file input(file);
  std::vector<char> buffer(256 * KiB);
  std::size_t kept = 0;  // bytes of a line that has begun, at the buffer's front
  std::uint64_t number = 0;
  ++counts.files;

  while (const std::size_t count = input.read(buffer.data() + kept, buffer.size() - kept)) {
    counts.bytes += count;
    const char* begin = buffer.data();
    const char* search = begin + kept;
    const char* const end = search + count;
    while (const void* newline =
               std::memchr(search, '\n', static_cast<std::size_t>(end - search))) {
      ++counts.lines;
      search = static_cast<const char*>(newline);
      yield(make_line(file, ++number, begin, search));
      begin = ++search;
    }

    kept = static_cast<std::size_t>(end - begin);
    if (kept > longest)
      throw line_too_long("line " + std::to_string(number + 1) + " is longer than " +
                          std::to_string(longest / MiB) + " MiB; is this a text file?");
    std::memmove(buffer.data(), begin, kept);
    if (2 * kept > buffer.size()) buffer.resize(2 * buffer.size());
  }

  if (kept > 0) {
    ++counts.lines;
    yield(make_line(file, ++number, buffer.data(), buffer.data() + kept));
  }
}

}  // namespace

deepyield::generator<const line&> read_lines(deepyield::generator<const path&> files,
                                             reading_report& report) {
  return [files = std::move(files), &report](deepyield::yielder<const line&>& yield) mutable {
    for (const path& file : files) {
      try {
        read(file, 64 * MiB, yield, report.counts());
      } catch (const file_error& error) {
        report.unreadable(file, error.what());
      }
    }
  };
}

deepyield::generator<const line&> lines_of(const path& file) {
  return [=](deepyield::yielder<const line&>& yield) {
    reading_counts uncounted;
    read(file, 1 * MiB, yield, uncounted);
  };
}

}  // namespace tour
