// Waits until a file may have changed.
#pragma once

#include "interruption.hpp"

#include <string>
#include <vector>

namespace logs {

class file_changes {
 public:
  /// Of these files, be they there or not. By inotify where that is to be had, unless `by_polling`.
  file_changes(const std::vector<std::string>& files, bool by_polling);
  ~file_changes();
  file_changes(const file_changes&) = delete;
  file_changes& operator=(const file_changes&) = delete;

  /// Returns at a change since the last call, at the interruption, and now and then without a
  /// reason: other computers' changes to files on a network are not seen otherwise.
  void wait(const interruption& interruption);

 private:
  struct watched_folder {
    std::string name;
    int watch;  // -1: none
  };

  void watch_folders();
  void forget(int watch);
  bool take_events();

  std::vector<watched_folder> folders_;
  int inotify_ = -1;
};

}  // namespace logs
