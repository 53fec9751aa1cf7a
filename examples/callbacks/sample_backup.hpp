// A backup: a tar.gz of three files, the second of which is large.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cstddef>
#include <cstdint>
#include <string>

inline void add_file(archive* to, const char* name, const std::string& content) {
  archive_entry* const entry = archive_entry_new();
  archive_entry_set_pathname(entry, name);
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
  archive_write_header(to, entry);
  archive_write_data(to, content.data(), content.size());
  archive_entry_free(entry);
}

inline std::string sample_backup() {
  std::string photo(500000, '\0');
  std::uint32_t noise = 1;  // which does not compress
  for (char& byte : photo) {
    noise = noise * 1664525 + 1013904223;
    byte = static_cast<char>(noise >> 24);
  }

  std::string result(600000, '\0');
  std::size_t size = 0;
  archive* const output = archive_write_new();
  archive_write_set_format_ustar(output);
  archive_write_add_filter_gzip(output);
  archive_write_open_memory(output, &result.front(), result.size(), &size);
  add_file(output, "letters/to_the_bank.txt", "Dear Sir or Madam,\n");
  add_file(output, "photos/sea.raw", photo);
  add_file(output, "letters/from_the_bank.txt", "Dear customer,\n");
  archive_write_free(output);
  result.resize(size);
  return result;
}
