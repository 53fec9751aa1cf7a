// The characters that servers escape in quoted fields.
#pragma once

#include <boost/utility/string_view.hpp>

#include <string>

namespace logs {

/// Decodes \" \\ \xHH \b \n \r \t \v. Any other backslash stands for itself. Returns `text` if
/// there is none, else a view of `buffer`.
boost::string_view unescape(boost::string_view text, std::string& buffer);

}  // namespace logs
