// Python's os.walk(top, topdown=False) with nftw.
#pragma once

#include <deepyield/ambient.hpp>
#include <deepyield/generator.hpp>

#include <ftw.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

struct folder_entry {
  std::string path, name;
  std::size_t level;  // below the top
  bool is_folder;
};

inline int on_entry(const char* path, const struct stat*, int type, FTW* place) noexcept {
  auto& yield =
      deepyield::ambient<folder_entry>::current();  // nftw has no pointer for its callback
  const bool go_on = yield.guard([&] {
    yield({path, path + place->base, static_cast<std::size_t>(place->level), type == FTW_DP});
  });
  return go_on ? 0 : 1;  // 1 stops nftw, which closes its folders
}

// What a folder contains comes before the folder.
inline deepyield::generator<folder_entry> entries_below(const std::string& top) {
  return [=](deepyield::yielder<folder_entry>& yield) {
    const deepyield::ambient<folder_entry> scope(yield);
    // NOLINTNEXTLINE(concurrency-mt-unsafe): only FTW_CHDIR would make it so
    nftw(top.c_str(), on_entry, 16, FTW_PHYS | FTW_DEPTH);
    yield.rethrow_pending();
  };
}

struct folder {
  std::string path;
  std::vector<std::string> folders, files;  // their names, sorted
};

inline deepyield::generator<folder> walk(const std::string& top) {
  return [=](deepyield::yielder<folder>& yield) {
    std::vector<folder> at(2);  // by level: what has been found in the folder that is being read
    for (const folder_entry& entry : entries_below(top)) {
      at.resize(std::max(at.size(), entry.level + 2));
      (entry.is_folder ? at[entry.level].folders : at[entry.level].files).push_back(entry.name);
      if (!entry.is_folder) continue;
      folder& complete = at[entry.level + 1];
      std::sort(complete.folders.begin(), complete.folders.end());
      std::sort(complete.files.begin(), complete.files.end());
      yield({entry.path, std::move(complete.folders), std::move(complete.files)});
      complete = folder();
    }
  };
}
