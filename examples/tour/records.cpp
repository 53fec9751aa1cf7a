#include "records.hpp"

#include <limits>
#include <utility>

namespace tour {
namespace {

using boost::string_view;

bool parse_number(string_view text, std::uint64_t& result) {
  constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
  result = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return false;
    const auto digit = static_cast<std::uint64_t>(character - '0');
    if (result > (largest - digit) / 10) return false;
    result = 10 * result + digit;
  }
  return !text.empty();
}

string_view inside(string_view delimited) { return delimited.substr(1, delimited.size() - 2); }

// "GET /path?query HTTP/1.1". Servers log here whatever they were sent.
void parse_request(string_view request, record& result) {
  const std::size_t method_end = request.find(' ');
  const std::size_t path_end = request.rfind(' ');
  result.method = string_view();
  result.path = request;
  if (method_end == string_view::npos) return;
  result.method = request.substr(0, method_end);
  result.path = path_end == method_end ? request.substr(method_end + 1)
                                       : request.substr(method_end + 1, path_end - method_end - 1);
  result.path = result.path.substr(0, result.path.find('?'));
}

}  // namespace

const char* parse(const split_line& fields, record& result) {
  if (fields.count == 0) return "the line is empty";
  if (fields.count < 7) return "there are fewer than seven fields";
  if (fields.field[3].front() != '[') return "the fourth field is not a [time]";
  if (fields.field[4].front() != '"') return "the fifth field is not a \"request\"";

  std::uint64_t status = 0;
  if (fields.field[5].size() != 3 || !parse_number(fields.field[5], status) || status < 100)
    return "the status is not a number of three digits";
  if (fields.field[6] == "-")
    result.bytes = 0;
  else if (!parse_number(fields.field[6], result.bytes))
    return "the size is neither a number nor '-'";

  result.host = fields.field[0];
  result.time = inside(fields.field[3]);
  result.status = static_cast<int>(status);
  parse_request(inside(fields.field[4]), result);
  return nullptr;
}

deepyield::generator<const record&> parse_records(deepyield::generator<const split_line&> lines,
                                                  reading_report& report) {
  return [lines = std::move(lines), &report](deepyield::yielder<const record&>& yield) mutable {
    record result;
    for (const split_line& line : lines) {
      if (const char* problem = parse(line, result))
        report.malformed(*line.source, problem);
      else
        yield(result);
    }
  };
}

}  // namespace tour
