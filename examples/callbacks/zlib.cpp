// The first error in a compressed log. What follows it is neither inflated nor read.
#include "zlib.hpp"

#include "compressed_log.hpp"

#include <iostream>

int main() {
  const std::string compressed = deflated(log_text());
  std::size_t bytes_read = 0;
  text_chunks chunks = [&](deepyield::yielder<std::string>& yield) {
    for (const std::string& chunk : chunks_of(compressed, 100)) {
      bytes_read += chunk.size();
      yield(chunk);
    }
  };
  for (const std::string& line : lines(inflated(std::move(chunks), window_bits))) {
    if (line.find(" ERROR ") == std::string::npos) continue;
    std::cout << line << '\n';
    break;
  }
  std::cout << (bytes_read < compressed.size() / 4 ? "less than a quarter" : "too much")
            << " of the file was read\n";
}
