#include "print_records.hpp"

#include <string>

namespace logs {
namespace {

void print_header(const std::vector<const field*>& fields, output& out) {
  row header(out.text(), format::csv);
  for (const field* field : fields) header.field(field->name, {field_value::text, field->name});
  out.end_line();
}

void print_line(const record& record, output& out) {
  out.text().append(record.line.data(), record.line.size());
  out.end_line();
}

}  // namespace

std::uint64_t print_records(record_generator records, const std::vector<const field*>& fields,
                            format format, output& out) {
  if (format == format::csv) print_header(fields, out);

  std::uint64_t count = 0;
  std::string buffer;
  for (const record& record : records) {
    if (record.is_idle()) {
      out.flush();
      continue;
    }
    ++count;
    if (fields.empty()) {
      print_line(record, out);
      continue;
    }
    row row(out.text(), format);
    for (const field* field : fields) row.field(field->name, field->value(record, buffer));
    row.end();
    out.end_line();
  }
  out.flush();
  return count;
}

}  // namespace logs
