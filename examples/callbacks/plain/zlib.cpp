// inflateBack in plain callbacks. What is worse:
// - The search runs inside of zlib: splitting lines, searching and stopping are one function, and
//   its unfinished line is a member.
// - Where the input comes from is a class with a position, not a loop.
// - The result of inflateBack does not tell "stopped on purpose" from "stopped by an error".
#include "../compressed_log.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

struct error_search {
  const std::string& compressed;
  std::size_t bytes_read;
  std::string line;
  bool found;
};

unsigned on_input(void* to, z_const unsigned char** data) {
  auto& search = *static_cast<error_search*>(to);
  const char* const begin = search.compressed.data() + search.bytes_read;
  const std::size_t size = std::min(search.compressed.size() - search.bytes_read, std::size_t(100));
  search.bytes_read += size;
  *data = reinterpret_cast<unsigned char*>(const_cast<char*>(begin));
  return static_cast<unsigned>(size);
}

int on_output(void* to, unsigned char* data, unsigned size) {
  auto& search = *static_cast<error_search*>(to);
  for (unsigned i = 0; i < size; ++i) {
    if (data[i] != '\n') {
      search.line += static_cast<char>(data[i]);
      continue;
    }
    if (search.line.find(" ERROR ") != std::string::npos) {
      search.found = true;
      return 1;
    }
    search.line.clear();
  }
  return 0;
}

int main() {
  const std::string compressed = deflated(log_text());
  error_search search{compressed, 0, "", false};
  std::vector<unsigned char> window(std::size_t(1) << window_bits);
  z_stream stream = z_stream();
  if (inflateBackInit(&stream, window_bits, window.data()) != Z_OK) throw std::bad_alloc();
  const int result = inflateBack(&stream, on_input, &search, on_output, &search);
  inflateBackEnd(&stream);
  if (result != Z_STREAM_END && !search.found)
    throw std::runtime_error("the compressed data is damaged");
  if (search.found) std::cout << search.line << '\n';
  std::cout << (search.bytes_read < compressed.size() / 4 ? "less than a quarter" : "too much")
            << " of the file was read\n";
}
