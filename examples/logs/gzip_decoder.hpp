// Decompresses gzip, step by step, by zlib.
#pragma once

#include "chunk.hpp"

#include <zlib.h>

namespace logs {

class gzip_decoder {
 public:
  static constexpr const char* name = "gzip";
  static chunk magic() { return "\x1f\x8b"; }

  gzip_decoder();
  ~gzip_decoder();
  gzip_decoder(const gzip_decoder&) = delete;
  gzip_decoder& operator=(const gzip_decoder&) = delete;

  /// Takes what it can from the front of `in`; returns how many bytes it has written.
  std::size_t decode(chunk& in, char* out, std::size_t room);

  /// What is wrong with the data that were taken; nullptr for nothing.
  const char* damage() const noexcept { return damage_; }

  /// Whether the input may end here.
  bool is_between_files() const noexcept { return between_files_; }

 private:
  z_stream stream_{};
  const char* damage_ = nullptr;
  bool between_files_ = true;
};

}  // namespace logs
