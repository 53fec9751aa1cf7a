// An incremental parser written as a plain loop. Its owner pushes what has arrived, in chunks of
// any size; it waits wherever a chunk ends.
#include <deepyield/consumer.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using messages = std::vector<std::string>;

char take(deepyield::source<char>& input) {
  if (const char* c = input.next()) return *c;
  throw std::runtime_error("the input ends within a message");
}

// Reads a netstring, a text with its length before it: "5:hello,".
std::string read_message(char first_digit, deepyield::source<char>& input) {
  std::size_t length = 0;
  for (char c = first_digit; c != ':'; c = take(input)) {
    if (c < '0' || c > '9') throw std::runtime_error("a length has digits only");
    length = 10 * length + static_cast<std::size_t>(c - '0');
  }
  std::string message;
  while (message.size() < length) message += take(input);
  if (take(input) != ',') throw std::runtime_error("a message ends with a comma");
  return message;
}

deepyield::consumer<char, messages> netstring_parser() {
  return [](deepyield::source<char>& input) {
    messages all;
    for (char c : input) {
      all.push_back(read_message(c, input));
      std::cout << "  message: " << all.back() << '\n';
    }
    return all;
  };
}

void feed(const std::vector<std::string>& chunks) {
  auto parser = netstring_parser();
  try {
    for (const std::string& chunk : chunks) {
      std::cout << "chunk: " << chunk << '\n';
      std::copy(chunk.begin(), chunk.end(), parser.out());
    }
    const messages all = parser.finish();
    std::cout << "messages: " << all.size() << "\n\n";
  } catch (const std::runtime_error& error) {
    std::cout << "error: " << error.what() << "\n\n";
  }
}

int main() {
  feed({"5:hello,1", "3:deep ", "yie", "lding", ",0:,"});
  feed({"3:one,3:tw"});
  feed({"3:one,3x:two,"});
}
