// Compressed chunks -> plain chunks.
#pragma once

#include "chunk.hpp"

namespace logs {

/// gzip, bzip2 and zstd are known by their first bytes; anything else passes unchanged. Several
/// compressed files in a row are one. Throws input_error where the data are damaged, or end too
/// early: after all that could be decompressed.
chunk_generator decompressed(chunk_generator input);

}  // namespace logs
