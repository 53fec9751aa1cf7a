// The files of an archive that arrives in chunks: libarchive pulls these from a generator.
#pragma once

#include "chunks.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>
#include <vector>

struct archived_file {
  std::string name, content;
};

struct unpacking {
  text_chunks& chunks;
  deepyield::yielder<archived_file>& yield;
};

inline la_ssize_t on_read(archive*, void* from, const void** data) noexcept {
  auto& now = *static_cast<unpacking*>(from);
  std::string* chunk = nullptr;
  if (!now.yield.guard([&] { chunk = now.chunks.next(); })) return ARCHIVE_FATAL;  // see check
  if (!chunk) return 0;                                                            // the end
  *data = chunk->data();
  return static_cast<la_ssize_t>(chunk->size());
}

inline deepyield::generator<archived_file> unpacked(text_chunks chunks) {
  return [chunks = std::move(chunks)](deepyield::yielder<archived_file>& yield) mutable {
    const std::unique_ptr<archive, int (*)(archive*)> input(archive_read_new(), archive_read_free);
    archive_read_support_filter_gzip(input.get());
    archive_read_support_format_tar(input.get());
    unpacking now{chunks, yield};
    const auto check = [&](la_ssize_t result) {
      yield.rethrow_pending();
      if (result < ARCHIVE_OK) throw std::runtime_error(archive_error_string(input.get()));
      return result;
    };
    check(archive_read_open(input.get(), &now, nullptr, on_read, nullptr));
    archive_entry* entry = nullptr;
    while (check(archive_read_next_header(input.get(), &entry)) == ARCHIVE_OK) {
      std::vector<char> content(static_cast<std::size_t>(archive_entry_size(entry)));
      check(archive_read_data(input.get(), content.data(), content.size()));
      yield({archive_entry_pathname(entry), {content.begin(), content.end()}});
    }
  };
}
