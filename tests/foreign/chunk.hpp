// A piece of memory that is sent to a library, or comes from it.
#pragma once

#include <cstddef>
#include <string>

struct chunk {
  const char* data;
  std::size_t size;
};

inline chunk as_chunk(const std::string& text) { return {text.data(), text.size()}; }
inline std::string as_string(const chunk& piece) { return {piece.data, piece.size}; }
