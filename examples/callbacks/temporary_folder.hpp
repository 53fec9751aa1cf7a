// A folder that is removed with all that is in it.
#pragma once

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <string>
#include <system_error>

class temporary_folder {
 public:
  temporary_folder() {
    if (!mkdtemp(&path_.front())) throw std::system_error(errno, std::generic_category(), path_);
  }
  temporary_folder(const temporary_folder&) = delete;
  ~temporary_folder() {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): only FTW_CHDIR would make it so
    nftw(
        path_.c_str(),
        [](const char* path, const struct stat*, int, FTW*) { return std::remove(path); }, 16,
        FTW_DEPTH | FTW_PHYS);
  }

  const std::string& path() const { return path_; }

  void add_folder(const std::string& name) const { mkdir((path_ + '/' + name).c_str(), 0700); }
  void add_file(const std::string& name, const std::string& content = "") const {
    std::ofstream(path_ + '/' + name) << content;
  }

 private:
  std::string path_ = P_tmpdir "/deepyield_XXXXXX";
};
