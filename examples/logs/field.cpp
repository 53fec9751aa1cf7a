#include "field.hpp"

#include "time.hpp"

#include <algorithm>
#include <cstdint>

namespace logs {
namespace {

using boost::string_view;

field_value as_text(string_view text) {
  return {text.data() ? field_value::text : field_value::missing, text};
}

template <string_view record::* Member>
field_value text_of(const record& record, std::string&) {
  return as_text(record.*Member);
}

field_value number_of(std::uint64_t number, std::string& buffer) {
  buffer = std::to_string(number);
  return {field_value::number, buffer};
}

field_value file_of(const record& record, std::string&) { return as_text(*record.file); }

field_value line_of(const record& record, std::string& buffer) {
  return number_of(record.line_number, buffer);
}

field_value time_of(const record& record, std::string& buffer) {
  return as_text(in_iso_format(record.time, buffer));
}

field_value status_of(const record& record, std::string& buffer) {
  return number_of(static_cast<std::uint64_t>(record.status), buffer);
}

field_value bytes_of(const record& record, std::string& buffer) {
  return record.has_bytes ? number_of(record.bytes, buffer) : field_value{field_value::missing, {}};
}

field_value cut_of(const record& record, std::string&) {
  return as_text(record.cut ? string_view(record.cut) : string_view());
}

}  // namespace

const std::vector<field>& all_fields() {
  static const std::vector<field> fields{
      {"file", file_of},
      {"line", line_of},
      {"vhost", text_of<&record::virtual_host>},
      {"host", text_of<&record::host>},
      {"identity", text_of<&record::identity>},
      {"user", text_of<&record::user>},
      {"time", time_of},
      {"request", text_of<&record::request>},
      {"method", text_of<&record::method>},
      {"path", text_of<&record::path>},
      {"query", text_of<&record::query>},
      {"protocol", text_of<&record::protocol>},
      {"status", status_of},
      {"bytes", bytes_of},
      {"referer", text_of<&record::referer>},
      {"agent", text_of<&record::agent>},
      {"cut", cut_of},
  };
  return fields;
}

const field* find_field(string_view name) {
  const auto& fields = all_fields();
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const field& field) { return name == field.name; });
  return found == fields.end() ? nullptr : &*found;
}

std::vector<const field*> default_fields() {
  std::vector<const field*> result;
  for (const char* name : {"vhost", "host", "user", "time", "method", "path", "query", "protocol",
                           "status", "bytes", "referer", "agent", "cut"})
    result.push_back(find_field(name));
  return result;
}

}  // namespace logs
