// A file, or standard input, as chunks.
#pragma once

#include "chunk.hpp"

#include <string>

namespace logs {

/// The bytes of the file, "-" for standard input. The first chunk that is asked for opens it.
/// Throws input_error.
chunk_generator read_file(std::string name);

}  // namespace logs
