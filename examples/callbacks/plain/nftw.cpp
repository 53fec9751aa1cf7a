// nftw in plain callbacks. What is worse:
// - The state is global, since the callback is given no pointer: there is no second walk at the
//   same time, be it in another thread or below the function that gets the folders.
// - Who uses the folders is called back, too, and cannot stop but by one more return value.
#include "../sample_project.hpp"

#include <ftw.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

struct folder {
  std::string path;
  std::vector<std::string> folders, files;
};

std::vector<folder> at;  // by level: what has been found in the folder that is being read
std::function<void(const folder&)> use;

int on_entry(const char* path, const struct stat*, int type, FTW* place) {
  const auto level = static_cast<std::size_t>(place->level);
  const bool is_folder = type == FTW_DP;
  at.resize(std::max(at.size(), level + 2));
  (is_folder ? at[level].folders : at[level].files).emplace_back(path + place->base);
  if (!is_folder) return 0;
  folder& complete = at[level + 1];
  complete.path = path;
  std::sort(complete.folders.begin(), complete.folders.end());
  std::sort(complete.files.begin(), complete.files.end());
  use(complete);
  complete = folder();
  return 0;
}

void walk(const std::string& top, std::function<void(const folder&)> use_folder) {
  at.clear();
  use = std::move(use_folder);
  // NOLINTNEXTLINE(concurrency-mt-unsafe): only FTW_CHDIR would make it so
  nftw(top.c_str(), on_entry, 16, FTW_PHYS | FTW_DEPTH);
}

int main() {
  const sample_project project;
  walk(project.path(), [&](const folder& each) {
    std::cout << project.relative(each.path) << ':';
    for (const std::string& name : each.folders) std::cout << ' ' << name << '/';
    for (const std::string& name : each.files) std::cout << ' ' << name;
    std::cout << '\n';
  });
}
