#include "escape.hpp"

#include <cstddef>
#include <cstdio>

namespace logs {
namespace {

using boost::string_view;

unsigned char byte(char character) { return static_cast<unsigned char>(character); }

bool is_control(char character) { return byte(character) < 0x20 || character == 0x7f; }

// The bytes at the front of the text that are one character in UTF-8, or the beginning of one.
struct utf8_character {
  std::size_t size;
  bool is_whole;
};

// The Unicode Standard, table 3-7. The second byte tells overlong forms, surrogates, and what is
// beyond U+10FFFF.
utf8_character utf8_character_of(string_view text) {
  const unsigned first = byte(text[0]);
  const std::size_t size = first < 0x80                     ? 1
                           : first >= 0xc2 && first <= 0xdf ? 2
                           : first >= 0xe0 && first <= 0xef ? 3
                           : first >= 0xf0 && first <= 0xf4 ? 4
                                                            : 0;
  if (size == 0) return {1, false};
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned least = i > 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const unsigned most = i > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (i == text.size() || byte(text[i]) < least || byte(text[i]) > most) return {i, false};
  }
  return {size, true};
}

bool is_plain_in_json(char character) {
  return byte(character) >= 0x20 && byte(character) < 0x80 && character != '"' && character != '\\';
}

void append_json_escape(std::string& to, char character) {
  const string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt";
  to += '\\';
  const std::size_t at = named.find(character);
  if (at != string_view::npos) {
    to += names[at];
    return;
  }
  char code[8];
  std::snprintf(code, sizeof code, "u%04x", static_cast<unsigned>(byte(character)));
  to += code;
}

void append(std::string& to, string_view text) { to.append(text.data(), text.size()); }

}  // namespace

void append_plain(std::string& to, string_view text) {
  for (const char character : text) {
    if (character == '\\') {
      to += "\\\\";
    } else if (is_control(character)) {
      char code[8];
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(byte(character)));
      to += code;
    } else {
      to += character;
    }
  }
}

void append_json(std::string& to, string_view text) {
  to += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain_in_json(text[plain])) ++plain;
    append(to, text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;

    const utf8_character character = utf8_character_of(text);
    if (!character.is_whole)
      to += "\xef\xbf\xbd";
    else if (character.size == 1)
      append_json_escape(to, text[0]);
    else
      append(to, text.substr(0, character.size));
    text.remove_prefix(character.size);
  }
  to += '"';
}

void append_csv(std::string& to, string_view text) {
  if (text.find_first_of(",\"\r\n") == string_view::npos) {
    append(to, text);
    return;
  }
  to += '"';
  for (const char character : text) {
    if (character == '"') to += '"';
    to += character;
  }
  to += '"';
}

}  // namespace logs
