#include "format.hpp"

#include "escape.hpp"

namespace logs {

void row::field(boost::string_view name, const field_value& value) {
  switch (format_) {
    case format::text:
      if (!is_first_) to_ += '\t';
      append_plain(to_, value.kind == field_value::missing ? "-" : value.as_text);
      break;
    case format::csv:
      if (!is_first_) to_ += ',';
      append_csv(to_, value.as_text);
      break;
    case format::json:
      to_ += is_first_ ? '{' : ',';
      append_json(to_, name);
      to_ += ':';
      if (value.kind == field_value::text)
        append_json(to_, value.as_text);
      else if (value.kind == field_value::number)
        to_.append(value.as_text.data(), value.as_text.size());
      else
        to_ += "null";
  }
  is_first_ = false;
}

void row::end() {
  if (format_ == format::json) to_ += '}';
  // An empty line would be no row.
  if (format_ == format::csv && to_.size() == begin_) to_ += "\"\"";
}

}  // namespace logs
