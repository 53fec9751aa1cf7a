// Text of any bytes, as each format has it.
#pragma once

#include <boost/utility/string_view.hpp>

#include <string>

namespace logs {

/// With \xHH for control characters, and \\ for a backslash. Other bytes stay as they are.
void append_plain(std::string& to, boost::string_view text);

/// As a JSON string. Bytes that are no UTF-8 become U+FFFD, the replacement character: one for each
/// longest beginning of a character (The Unicode Standard, "U+FFFD Substitution of Maximal
/// Subparts"; as Python's errors="replace").
void append_json(std::string& to, boost::string_view text);

/// As a field of RFC 4180, in quotation marks where that is needed. All bytes stay as they are.
void append_csv(std::string& to, boost::string_view text);

}  // namespace logs
