// The same server as a class with a callback. What is worse:
// - It returns to its caller wherever a chunk may end, so the place in a command is a state, and
//   what a loop would keep in local variables are members.
// - A command that reads twice, as "set" does, is cut in two: its second half is in another state.
#include "../chunks_received.hpp"

#include <cstddef>
#include <iostream>
#include <map>
#include <ostream>
#include <sstream>
#include <string>

class session {
 public:
  explicit session(std::ostream& replies) : replies_(replies) {}

  void on_chunk(const std::string& chunk) {
    unread_ += chunk;
    while (!done() && (state_ == reading_data ? data() : line())) continue;
  }
  bool done() const { return state_ == has_quit; }

 private:
  enum states { reading_line, reading_data, has_quit };

  bool line() {
    const std::size_t end = unread_.find("\r\n");
    if (end == std::string::npos) return false;
    std::istringstream line(unread_.substr(0, end));
    unread_.erase(0, end + 2);
    std::string command;
    line >> command >> name_ >> size_;
    if (command == "quit" || command == "set") {
      state_ = command == "quit" ? has_quit : reading_data;
      return true;
    }
    const auto found = values_.find(name_);
    replies_ << (found == values_.end() ? "NOT FOUND" : found->second) << '\n';
    return true;
  }

  bool data() {
    const std::size_t end = unread_.find("\r\n", size_);
    if (unread_.size() < size_ || end == std::string::npos) return false;
    values_[name_] = unread_.substr(0, size_);
    unread_.erase(0, end + 2);
    replies_ << "STORED\n";
    state_ = reading_line;
    return true;
  }

  std::ostream& replies_;
  states state_ = reading_line;
  std::string unread_, name_;
  std::size_t size_ = 0;
  std::map<std::string, std::string> values_;
};

int main() {
  session server(std::cout);
  for (const std::string& chunk : chunks_received) {
    std::cout << "-- " << chunk.size() << " bytes\n";
    server.on_chunk(chunk);
  }
  std::cout << (server.done() ? "-- the client has quit\n" : "-- the client waits\n");
}
