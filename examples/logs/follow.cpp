#include "follow.hpp"

#include "file_changes.hpp"
#include "file_descriptor.hpp"

#include <boost/filesystem.hpp>
#include <boost/optional.hpp>

#include <iterator>
#include <utility>

namespace logs {
namespace {

// The file's bytes until the user interrupts, or there is another one of its name, or it is
// truncated; then it is to be opened again. Where there is nothing more, an empty chunk.
chunk_generator growing_file(file_descriptor opened, std::string name,
                             const interruption& interruption, problems& found, bool& again) {
  return [file = std::move(opened), name = std::move(name), &interruption, &found,
          &again](chunk_yielder& yield) mutable {
    std::vector<char> buffer(chunk_size);
    bool is_last_look = false;
    while (!interruption.is_requested()) {
      if (const std::size_t count = file.read(buffer.data(), buffer.size())) {
        yield(chunk(buffer.data(), count));
      } else if (is_last_look) {
        found.notice(name, "replaced; following the new file");
        again = true;
        return;
      } else if (file.is_replaced(name)) {
        is_last_look = true;  // something may have been written before it was replaced
      } else if (file.is_truncated()) {
        found.notice(name, "truncated; following from its beginning");
        again = true;
        return;
      } else {
        yield(chunk());
      }
    }
  };
}

// Opens files, and reports once why that is not possible.
class opener {
 public:
  opener(const std::string& name, problems& found) : name_(name), found_(found) {}

  boost::optional<file_descriptor> open() {
    try {
      boost::optional<file_descriptor> result{file_descriptor(name_)};
      complained_ = false;
      return result;
    } catch (const input_error& error) {
      if (!std::exchange(complained_, true)) complain(error);
      return boost::none;
    }
  }

 private:
  void complain(const input_error& error) {
    boost::system::error_code unknown;
    if (boost::filesystem::exists(name_, unknown))
      found_.bad_file(name_, error.what());
    else
      found_.notice(name_, "does not exist yet; waiting for it");
  }

  const std::string& name_;
  problems& found_;
  bool complained_ = false;
};

record_generator follow_file(std::string name, const interruption& interruption, reading& reading) {
  return [=, &interruption, &reading](record_yielder& yield) {
    opener opener(name, reading.found);
    bool again = true;  // not where the file is damaged: what follows cannot be read
    while (again && !interruption.is_requested()) {
      if (boost::optional<file_descriptor> file = opener.open()) {
        again = false;
        yield.from(records_of(
            name, growing_file(std::move(*file), name, interruption, reading.found, again),
            reading));
      } else {
        yield(record());
      }
    }
  };
}

}  // namespace

record_generator follow_files(std::vector<std::string> names, bool by_polling,
                              const interruption& interruption, reading& reading) {
  return [=, &interruption, &reading](record_yielder& yield) {
    constexpr int turn = 1000;  // records of a file before the next one has its turn
    file_changes changes(names, by_polling);
    std::vector<record_generator> files;
    files.reserve(names.size());
    for (const std::string& name : names) files.push_back(follow_file(name, interruption, reading));

    while (!files.empty()) {
      bool is_idle = true;
      for (auto file = files.begin(); file != files.end();) {
        const record* record = file->next();
        for (int count = 1; record && !record->is_idle(); record = file->next()) {
          is_idle = false;
          yield(*record);
          if (count++ == turn) break;
        }
        file = record ? std::next(file) : files.erase(file);
      }
      if (is_idle && !files.empty()) {
        yield(record());
        changes.wait(interruption);
      }
    }
  };
}

}  // namespace logs
