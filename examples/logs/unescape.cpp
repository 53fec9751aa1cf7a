#include "unescape.hpp"

#include <cstddef>
#include <cstring>

namespace logs {
namespace {

using boost::string_view;

int value_of_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

// Decodes the escape at the front of the text. Returns its length; 0 if there is none.
std::size_t decode(string_view text, char& result) {
  if (text.size() < 2) return 0;
  constexpr const char codes[] = "\"\\bnrtv", meanings[] = "\"\\\b\n\r\t\v";
  if (const void* code = std::memchr(codes, text[1], sizeof codes - 1)) {
    result = meanings[static_cast<const char*>(code) - codes];
    return 2;
  }
  if (text[1] != 'x' || text.size() < 4) return 0;
  const int high = value_of_digit(text[2]), low = value_of_digit(text[3]);
  if (high < 0 || low < 0) return 0;
  result = static_cast<char>(16 * high + low);
  return 4;
}

}  // namespace

string_view unescape(string_view text, std::string& buffer) {
  if (text.empty() || !std::memchr(text.data(), '\\', text.size())) return text;
  buffer.clear();
  while (!text.empty()) {
    char character = text.front();
    const std::size_t length = character == '\\' ? decode(text, character) : 0;
    buffer += character;
    text.remove_prefix(length ? length : 1);
  }
  return buffer;
}

}  // namespace logs
