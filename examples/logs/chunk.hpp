// An input's bytes, piece by piece.
#pragma once

#include <deepyield/generator.hpp>

#include <boost/utility/string_view.hpp>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace logs {

/// Good until the next one is asked for: the bytes are in the reader's buffer. An empty chunk says
/// that there is nothing more at the moment, as in a pipe or in a file that is followed.
using chunk = boost::string_view;
using chunk_generator = deepyield::generator<const chunk&>;
using chunk_yielder = deepyield::yielder<const chunk&>;

constexpr std::size_t chunk_size = 256 * 1024;

/// Why an input cannot be read any further, in words for its owner.
struct input_error : std::runtime_error {
  explicit input_error(const std::string& reason, std::uint64_t at = 0)
      : runtime_error(reason), offset(at) {}

  std::uint64_t offset;          // in the input as it is stored, in bytes
  bool cuts_a_line_off = false;  // set by lines_of()
};

}  // namespace logs
