// A log file, compressed to the raw format that inflateBack reads.
#pragma once

#include <zlib.h>

#include <new>
#include <string>

constexpr int window_bits = 9;  // the least: inflateBack then gives pieces of 512 bytes

inline std::string log_text() {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    const bool failed = i == 42 || i == 314;
    text += std::to_string(1000 + 7 * i) + (failed ? " ERROR" : " INFO") + " order " +
            std::to_string(i * 7919 % 10007) + (failed ? " has no address\n" : " was sent\n");
  }
  return text;
}

inline std::string deflated(const std::string& text) {
  z_stream stream = z_stream();
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -window_bits, 8, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::bad_alloc();
  std::string result(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(&result.front());
  stream.avail_out = static_cast<uInt>(result.size());
  deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}
