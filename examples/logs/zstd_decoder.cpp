#include "zstd_decoder.hpp"

#include <algorithm>
#include <new>

namespace logs {

// A decompressed block fits into the caller's buffer, so none is kept back here.
constexpr std::size_t largest_block = 128 * 1024;  // RFC 8878, section 3.1.1.2.4
static_assert(chunk_size >= largest_block, "");

zstd_decoder::zstd_decoder() : stream_(ZSTD_createDStream()) {
  if (!stream_) throw std::bad_alloc();
  wanted_ = ZSTD_initDStream(stream_.get());
}

// One block at a time: when a block is damaged, libzstd does not tell how much of those before it
// has been written by the same call.
std::size_t zstd_decoder::decode(chunk& in, char* out, std::size_t room) {
  if (in.empty() && between_files_) return 0;
  between_files_ = false;
  ZSTD_inBuffer from{in.data(), std::min(in.size(), wanted_), 0};
  ZSTD_outBuffer to{out, room, 0};
  const std::size_t status = ZSTD_decompressStream(stream_.get(), &to, &from);
  in.remove_prefix(from.pos);

  if (ZSTD_isError(status))
    damage_ = ZSTD_getErrorName(status);
  else if (status == 0)
    between_files_ = true;
  wanted_ = between_files_ ? ZSTD_initDStream(stream_.get()) : status;
  return to.pos;
}

}  // namespace logs
