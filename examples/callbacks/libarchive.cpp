// The files of a backup that is downloaded, once completely, and once until the connection breaks.
#include "libarchive.hpp"

#include "sample_backup.hpp"

#include <iostream>

text_chunks broken_download(const std::string& backup) {
  return [=](deepyield::yielder<std::string>& yield) {
    yield.from(chunks_of(backup.substr(0, backup.size() / 2), 4096));
    throw std::runtime_error("the connection is broken");
  };
}

void list(text_chunks chunks) {
  try {
    for (const archived_file& file : unpacked(std::move(chunks)))
      std::cout << file.name << ": " << file.content.size() << " bytes\n";
  } catch (const std::exception& error) {
    std::cout << error.what() << '\n';
  }
}

int main() {
  const std::string backup = sample_backup();
  list(chunks_of(backup, 4096));
  std::cout << '\n';
  list(broken_download(backup));
}
