#include "fields.hpp"

#include <cstring>
#include <utility>

namespace tour {
namespace {

const char* find(char wanted, const char* begin, const char* end) {
  return static_cast<const char*>(
      std::memchr(begin, wanted, static_cast<std::size_t>(end - begin)));
}

// The first quotation mark that no backslash escapes (a backslash may itself be escaped); nullptr
// if there is none.
const char* find_closing_quote(const char* const begin, const char* end) {
  for (const char* quote = begin; (quote = find('"', quote, end)) != nullptr; ++quote) {
    const char* unescaped = quote;
    while (unescaped != begin && unescaped[-1] == '\\') --unescaped;
    if ((quote - unescaped) % 2 == 0) return quote;
  }
  return nullptr;
}

}  // namespace

const char* split(boost::string_view text, split_line& result) {
  result.count = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end && result.count != split_line::capacity) {
    const char* const begin = at;
    switch (*begin) {
      case ' ': ++at; continue;
      case '"':
        at = find_closing_quote(begin + 1, end);
        if (!at) return "a quotation mark is not closed";
        ++at;
        break;
      case '[':
        at = find(']', begin + 1, end);
        if (!at) return "a bracket is not closed";
        ++at;
        break;
      default:
        at = find(' ', begin, end);
        if (!at) at = end;
    }
    result.field[result.count++] = boost::string_view(begin, static_cast<std::size_t>(at - begin));
  }
  return nullptr;
}

deepyield::generator<const split_line&> split_fields(deepyield::generator<const line&> lines,
                                                     reading_report& report) {
  return [lines = std::move(lines), &report](deepyield::yielder<const split_line&>& yield) mutable {
    split_line result;
    for (const line& line : lines) {
      result.source = &line;
      if (const char* problem = split(line.text, result))
        report.malformed(line, problem);
      else
        yield(result);
    }
  };
}

}  // namespace tour
