// libarchive in plain callbacks; only its input is turned inside out. What is worse:
// - Where chunks come from has to be a class with a position; it cannot be a loop.
// - Each callback catches, and keeps what it has caught until libarchive has returned.
// - Who uses the files is called back, or gets them when all are in memory.
#include "../sample_backup.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cstddef>
#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct download {
  const std::string& backup;
  std::size_t breaks_at, position;
  std::string chunk;
  std::exception_ptr error;
  bool next_chunk() {
    if (position == backup.size()) return false;
    if (position >= breaks_at) throw std::runtime_error("the connection is broken");
    chunk = backup.substr(position, 4096);
    position += chunk.size();
    return true;
  }
};

la_ssize_t on_read(archive*, void* from, const void** data) {
  auto& input = *static_cast<download*>(from);
  try {
    if (!input.next_chunk()) return 0;
    *data = input.chunk.data();
    return static_cast<la_ssize_t>(input.chunk.size());
  } catch (...) {
    input.error = std::current_exception();
    return ARCHIVE_FATAL;
  }
}

template <class Use>
void unpack(download input, Use use) {
  const std::unique_ptr<archive, int (*)(archive*)> reading(archive_read_new(), archive_read_free);
  archive_read_support_filter_gzip(reading.get());
  archive_read_support_format_tar(reading.get());
  const auto check = [&](la_ssize_t result) {
    if (input.error) std::rethrow_exception(input.error);
    if (result < ARCHIVE_OK) throw std::runtime_error(archive_error_string(reading.get()));
    return result;
  };
  check(archive_read_open(reading.get(), &input, nullptr, on_read, nullptr));
  archive_entry* entry = nullptr;
  while (check(archive_read_next_header(reading.get(), &entry)) == ARCHIVE_OK) {
    std::vector<char> content(static_cast<std::size_t>(archive_entry_size(entry)));
    check(archive_read_data(reading.get(), content.data(), content.size()));
    use(archive_entry_pathname(entry), content);
  }
}

void list(const std::string& backup, std::size_t breaks_at) {
  try {
    unpack({backup, breaks_at, 0, "", nullptr},
           [](const char* name, const std::vector<char>& content) {
             std::cout << name << ": " << content.size() << " bytes\n";
           });
  } catch (const std::exception& error) {
    std::cout << error.what() << '\n';
  }
}

int main() {
  const std::string backup = sample_backup();
  list(backup, backup.size());
  std::cout << '\n';
  list(backup, backup.size() / 2);
}
