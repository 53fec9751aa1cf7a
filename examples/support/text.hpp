// Prints numbers, and text that cannot be trusted.
#pragma once

#include <boost/utility/string_view.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace support {

/// 1234567 as "1,234,567".
std::string grouped(std::uint64_t number);

/// "1 file", "2 files".
std::string counted(std::uint64_t number, const char* noun);

/// 1234567 as "1.2 MB".
std::string in_bytes(std::uint64_t bytes);

/// With control characters escaped, so that they do not reach the terminal, and cut to `longest`
/// bytes of text.
std::string printable(boost::string_view text, std::size_t longest = 200);

}  // namespace support
