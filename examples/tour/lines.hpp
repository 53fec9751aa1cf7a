// Stage 2: files -> lines.
#pragma once

#include "gz_file.hpp"
#include "reading_report.hpp"

#include <deepyield/generator.hpp>

#include <boost/filesystem/path.hpp>
#include <boost/utility/string_view.hpp>

#include <cstdint>

namespace tour {

/// A line without its end, be that LF, CRLF or the end of the file. Good until the next one is
/// asked for: the text is in the reader's buffer.
struct line {
  const boost::filesystem::path& file;
  std::uint64_t number;  // from 1
  boost::string_view text;
};

struct line_too_long : file_error {
  using file_error::file_error;
};

/// All lines of the files. A file that cannot be read to its end is reported, and the next one is
/// read.
deepyield::generator<const line&> read_lines(
    deepyield::generator<const boost::filesystem::path&> files, reading_report& report);

/// The lines of one file, none of them counted. Throws file_error; line_too_long for more than 1
/// MiB.
deepyield::generator<const line&> lines_of(const boost::filesystem::path& file);

}  // namespace tour
