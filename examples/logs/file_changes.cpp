#include "file_changes.hpp"

#include <boost/filesystem/path.hpp>

#include <poll.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/inotify.h>
#endif

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace logs {
namespace {

constexpr int milliseconds_with_inotify = 1000, milliseconds_without = 250;

std::string folder_of(const std::string& file) {
  const std::string folder = boost::filesystem::path(file).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

file_changes::file_changes(const std::vector<std::string>& files, bool by_polling) {
  // Folders, because a file may be renamed, removed and made anew.
  for (const std::string& file : files) {
    const std::string folder = folder_of(file);
    if (std::none_of(folders_.begin(), folders_.end(),
                     [&](const watched_folder& known) { return known.name == folder; }))
      folders_.push_back({folder, -1});
  }
#if defined(__linux__)
  if (!by_polling) inotify_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
#else
  static_cast<void>(by_polling);
#endif
  watch_folders();
}

file_changes::~file_changes() {
  if (inotify_ >= 0) close(inotify_);
}

void file_changes::wait(const interruption& interruption) {
  watch_folders();
  pollfd asked[] = {{interruption.descriptor(), POLLIN, 0}, {inotify_, POLLIN, 0}};
  poll(asked, 2, inotify_ >= 0 ? milliseconds_with_inotify : milliseconds_without);
  while (take_events()) continue;
}

#if defined(__linux__)

void file_changes::watch_folders() {
  if (inotify_ < 0) return;
  for (watched_folder& folder : folders_)
    if (folder.watch < 0)
      folder.watch = inotify_add_watch(
          inotify_, folder.name.c_str(),
          IN_CREATE | IN_MOVED_TO | IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_ONLYDIR);
}

void file_changes::forget(int watch) {
  for (watched_folder& folder : folders_)
    if (folder.watch == watch) folder.watch = -1;
}

// What has changed does not matter: every file is looked at.
bool file_changes::take_events() {
  if (inotify_ < 0) return false;
  alignas(inotify_event) char buffer[4096];
  const ssize_t size = read(inotify_, buffer, sizeof buffer);
  for (ssize_t at = 0; at < size;) {
    inotify_event event{};
    std::memcpy(&event, buffer + at, sizeof event);
    if (event.mask & IN_IGNORED) forget(event.wd);  // the folder is gone; there may be a new one
    at += static_cast<ssize_t>(sizeof event + event.len);
  }
  return size > 0;
}

#else

void file_changes::watch_folders() {}
void file_changes::forget(int) {}
bool file_changes::take_events() { return false; }

#endif

}  // namespace logs
