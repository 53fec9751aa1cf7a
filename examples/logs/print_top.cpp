#include "print_top.hpp"

#include "../support/most_frequent.hpp"
#include "../support/text.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <string>

namespace logs {
namespace {

using support::most_frequent;

void print(const most_frequent::entry& entry, const field& by, format format, output& out) {
  const std::string count = std::to_string(entry.count), bytes = std::to_string(entry.sum);
  if (format == format::text) {
    std::ostringstream numbers;
    numbers << std::setw(10) << count << ' ' << std::setw(15) << bytes << "  ";
    out.text() += numbers.str();
  }
  row row(out.text(), format);
  if (format != format::text) {
    row.field("count", {field_value::number, count});
    row.field("bytes", {field_value::number, bytes});
  }
  row.field(by.name, {field_value::text, entry.name});
  row.end();
  out.end_line();
}

}  // namespace

std::uint64_t print_top(record_generator records, std::size_t number, const field& by,
                        format format, output& out, problems& found) {
  most_frequent values(values_counted, longest_value);
  std::uint64_t count = 0;
  std::string buffer;
  for (const record& record : records) {
    if (record.is_idle()) continue;
    ++count;
    const field_value value = by.value(record, buffer);
    values.add(value.kind == field_value::missing ? "-" : value.as_text, record.bytes);
  }

  if (format == format::csv) {
    out.text() += "count,bytes,";
    out.text() += by.name;
    out.end_line();
  }
  std::uint64_t excess = 0;
  for (const most_frequent::entry& entry : values.top(number)) {
    excess = std::max(excess, entry.excess);
    print(entry, by, format, out);
  }
  out.flush();
  if (!values.exact())
    found.notice("--top", "approximate, since there are more than " +
                              support::grouped(values_counted) +
                              " different values: counts are up to " + support::grouped(excess) +
                              " too high, bytes may be too low");
  return count;
}

}  // namespace logs
