// The server's side of a line protocol like memcached's (set, get, quit), as plain loops. It waits
// wherever its input does: within a line, within data, within a line's end.
#pragma once

#include <deepyield/consumer.hpp>

#include <cstddef>
#include <map>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string>

inline std::string take(std::size_t size, deepyield::source<char>& input) {
  std::string taken;
  while (taken.size() < size) {
    const char* const byte = input.next();  // waits for the next push
    if (!byte) throw std::runtime_error("the connection ends within a command");
    taken += *byte;
  }
  return taken;
}

inline std::string take_line(std::string begin, deepyield::source<char>& input) {
  while (begin.size() < 2 || begin.compare(begin.size() - 2, 2, "\r\n") != 0)
    begin += take(1, input);
  return begin.substr(0, begin.size() - 2);
}

inline deepyield::consumer<char> session(std::ostream& replies) {
  return [&replies](deepyield::source<char>& input) {
    std::map<std::string, std::string> values;
    for (const char first : input) {
      std::istringstream line(take_line(std::string(1, first), input));
      std::string command, name;
      std::size_t size = 0;
      line >> command >> name >> size;
      if (command == "quit") return;
      if (command == "set") {
        values[name] = take(size, input);
        take_line("", input);
        replies << "STORED\n";
      } else {
        const auto found = values.find(name);
        replies << (found == values.end() ? "NOT FOUND" : found->second) << '\n';
      }
    }
  };
}
