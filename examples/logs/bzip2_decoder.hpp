// Decompresses bzip2, step by step, by libbz2.
#pragma once

#include "chunk.hpp"

#include <bzlib.h>

namespace logs {

/// Has the same members as gzip_decoder.
class bzip2_decoder {
 public:
  static constexpr const char* name = "bzip2";
  static chunk magic() { return "BZh"; }

  bzip2_decoder() { start(); }
  ~bzip2_decoder() { BZ2_bzDecompressEnd(&stream_); }
  bzip2_decoder(const bzip2_decoder&) = delete;
  bzip2_decoder& operator=(const bzip2_decoder&) = delete;

  std::size_t decode(chunk& in, char* out, std::size_t room);
  const char* damage() const noexcept { return damage_; }
  bool is_between_files() const noexcept { return between_files_; }

 private:
  void start();

  bz_stream stream_{};
  const char* damage_ = nullptr;
  bool between_files_ = true;
};

}  // namespace logs
