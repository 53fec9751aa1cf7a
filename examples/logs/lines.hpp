// Chunks -> lines.
#pragma once

#include "chunk.hpp"

#include <deepyield/generator.hpp>

#include <boost/utility/string_view.hpp>

#include <cstddef>
#include <cstdint>

namespace logs {

/// Of a longer line, this much is kept.
constexpr std::size_t longest_line = 1024 * 1024;

/// A line without its end, be that LF, CR LF or the end of the input. Good until the next one is
/// asked for.
struct line {
  std::uint64_t number = 0;  // from 1; 0: there is no line at the moment, as with an empty chunk
  boost::string_view text;
  bool is_cut = false;  // it was longer than longest_line

  bool is_idle() const noexcept { return number == 0; }
};

/// The last line need not end with LF. Where the input is damaged, all whole lines before that
/// are yielded before the input_error is thrown.
deepyield::generator<const line&> lines_of(chunk_generator input);

}  // namespace logs
