#include "text.hpp"

#include <cstdio>

namespace support {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t comma = digits.size(); comma > 3;) digits.insert(comma -= 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, const char* noun) {
  return grouped(number) + ' ' + noun + (number == 1 ? "" : "s");
}

std::string in_bytes(std::uint64_t bytes) {
  const char* const units[] = {"kB", "MB", "GB", "TB", "PB"};
  if (bytes < 1000) return std::to_string(bytes) + " B";
  double amount = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; amount >= 999.95 && unit < 4; ++unit) amount /= 1000;
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %s", amount, units[unit]);
  return text;
}

std::string printable(boost::string_view text, std::size_t longest) {
  std::string result;
  for (const char character : text.substr(0, longest)) {
    const auto code = static_cast<unsigned char>(character);
    if (code >= 0x20 && code != 0x7f) {
      result += character;
    } else {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\x%02x", static_cast<unsigned>(code));
      result += escaped;
    }
  }
  if (text.size() > longest) result += "...";
  return result;
}

}  // namespace support
