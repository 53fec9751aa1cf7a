// The fields of a record, by name.
#pragma once

#include "record.hpp"

#include <boost/utility/string_view.hpp>

#include <string>
#include <vector>

namespace logs {

/// How a field is printed: as its text, as a number, or as missing.
struct field_value {
  enum kind { missing, text, number };

  kind kind;
  boost::string_view as_text;
};

struct field {
  const char* name;
  /// Numbers are written into the buffer.
  field_value (*value)(const record& record, std::string& buffer);
};

/// Returns nullptr if there is none of that name.
const field* find_field(boost::string_view name);

const std::vector<field>& all_fields();

/// Those that are printed unless others are asked for.
std::vector<const field*> default_fields();

}  // namespace logs
