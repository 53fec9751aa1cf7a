// Decompresses zstd, step by step, by libzstd.
#pragma once

#include "chunk.hpp"

#include <zstd.h>

#include <memory>

namespace logs {

/// Has the same members as gzip_decoder.
class zstd_decoder {
 public:
  static constexpr const char* name = "zstd";
  static chunk magic() { return "\x28\xb5\x2f\xfd"; }

  zstd_decoder();

  std::size_t decode(chunk& in, char* out, std::size_t room);
  const char* damage() const noexcept { return damage_; }
  bool is_between_files() const noexcept { return between_files_; }

 private:
  struct free_stream {
    void operator()(ZSTD_DStream* stream) const noexcept { ZSTD_freeDStream(stream); }
  };

  std::unique_ptr<ZSTD_DStream, free_stream> stream_;
  std::size_t wanted_;  // up to the end of the next block
  const char* damage_ = nullptr;
  bool between_files_ = true;
};

}  // namespace logs
