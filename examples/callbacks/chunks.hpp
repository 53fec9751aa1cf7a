// Text in chunks, and its lines.
#pragma once

#include <deepyield/generator.hpp>

#include <cstddef>
#include <string>
#include <utility>

using text_chunks = deepyield::generator<std::string>;

inline text_chunks chunks_of(const std::string& whole, std::size_t size) {
  return [=](deepyield::yielder<std::string>& yield) {
    for (std::size_t at = 0; at < whole.size(); at += size) yield(whole.substr(at, size));
  };
}

inline deepyield::generator<std::string> lines(text_chunks chunks) {
  return [chunks = std::move(chunks)](deepyield::yielder<std::string>& yield) mutable {
    std::string line;
    for (const std::string& chunk : chunks) {
      for (const char c : chunk) {
        if (c != '\n') {
          line += c;
          continue;
        }
        yield(line);
        line.clear();
      }
    }
    if (!line.empty()) yield(line);
  };
}
