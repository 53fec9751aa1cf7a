// zlib's inflateBack between two generators: it pulls compressed chunks from one, and yields what
// it makes of them.
#pragma once

#include "chunks.hpp"

#include <zlib.h>

#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

struct inflating {
  text_chunks& chunks;
  deepyield::yielder<std::string>& yield;
};

inline unsigned on_input(void* to, z_const unsigned char** data) noexcept {
  auto& now = *static_cast<inflating*>(to);
  std::string* chunk = nullptr;
  now.yield.guard([&] { chunk = now.chunks.next(); });  // where the chunks come from may fail, too
  if (!chunk) return 0;
  *data = reinterpret_cast<unsigned char*>(const_cast<char*>(chunk->data()));
  return static_cast<unsigned>(chunk->size());
}

inline int on_output(void* to, unsigned char* data, unsigned size) noexcept {
  auto& now = *static_cast<inflating*>(to);
  return now.yield.guard([&] { now.yield(std::string(data, data + size)); }) ? 0 : 1;
}

inline text_chunks inflated(text_chunks chunks, int window_bits, z_stream stream = z_stream()) {
  return [chunks = std::move(chunks), window_bits,
          stream](deepyield::yielder<std::string>& yield) mutable {
    std::vector<unsigned char> window(std::size_t(1) << window_bits);
    if (inflateBackInit(&stream, window_bits, window.data()) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> closing(&stream, inflateBackEnd);
    inflating now{chunks, yield};
    const int result = inflateBack(&stream, on_input, &now, on_output, &now);
    yield.rethrow_pending();
    if (result != Z_STREAM_END) throw std::runtime_error("the compressed data is damaged");
  };
}
