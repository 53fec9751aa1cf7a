#include "read_file.hpp"

#include "file_descriptor.hpp"

#include <vector>

namespace logs {

chunk_generator read_file(std::string name) {
  return [=](chunk_yielder& yield) {
    file_descriptor file = name == "-" ? file_descriptor::standard_input() : file_descriptor(name);
    std::vector<char> buffer(chunk_size);
    for (;;) {
      if (file.would_wait()) yield(chunk());  // so that what is known so far can be shown
      const std::size_t count = file.read(buffer.data(), buffer.size());
      if (count == 0) return;
      yield(chunk(buffer.data(), count));
    }
  };
}

}  // namespace logs
