#include "record_parser.hpp"

#include "time.hpp"
#include "unescape.hpp"

#include <boost/optional.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>

namespace logs {
namespace {

using boost::string_view;

bool skip_spaces(string_view& rest) {
  const std::size_t before = rest.size();
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return rest.size() != before;
}

std::size_t find(char wanted, string_view text, std::size_t from = 0) {
  if (from >= text.size()) return string_view::npos;
  const void* const found = std::memchr(text.data() + from, wanted, text.size() - from);
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data())
               : string_view::npos;
}

// Takes the characters up to the next space, which must be there.
bool take_word(string_view& rest, string_view& word) {
  const std::size_t size = find(' ', rest);
  if (size == string_view::npos || size == 0) return false;
  word = rest.substr(0, size);
  rest.remove_prefix(size);
  return skip_spaces(rest);
}

// Takes the characters up to the next space, or to the end.
string_view take_last_word(string_view& rest) {
  const string_view word = rest.substr(0, find(' ', rest));
  rest.remove_prefix(word.size());
  return word;
}

bool is_escaped(string_view text, std::size_t at) {
  std::size_t unescaped = at;
  while (unescaped > 0 && text[unescaped - 1] == '\\') --unescaped;
  return (at - unescaped) % 2 != 0;
}

// Takes a quoted field, without its quotation marks. It ends at the first mark that no backslash
// escapes and that a space follows, or nothing: some servers do not escape the marks in it. Returns
// whether there is one; if not, all of the rest is taken.
bool take_quoted(string_view& rest, string_view& field) {
  rest.remove_prefix(1);
  for (std::size_t quote = 0; (quote = find('"', rest, quote)) != string_view::npos; ++quote) {
    const bool at_end = quote + 1 == rest.size();
    if ((at_end || rest[quote + 1] == ' ') && !is_escaped(rest, quote)) {
      field = rest.substr(0, quote);
      rest.remove_prefix(quote + 1);
      return true;
    }
  }
  field = rest;
  rest.clear();
  return false;
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool parse_number(string_view text, std::uint64_t& result) {
  constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
  result = 0;
  for (const char character : text) {
    if (!is_digit(character)) return false;
    const auto digit = static_cast<std::uint64_t>(character - '0');
    if (result > (largest - digit) / 10) return false;
    result = 10 * result + digit;
  }
  return !text.empty();
}

// "example.org:443" or "[::1]:443". An IPv6 address by itself has more colons, and no brackets.
bool has_port(string_view word) {
  const std::size_t bracket = word.starts_with('[') ? find(']', word) : 0;
  if (bracket == string_view::npos) return false;
  const std::size_t colon = find(':', word, bracket);
  const std::size_t digits = word.size() - 1 - colon;
  return colon != string_view::npos && colon > 0 && (bracket == 0 || colon == bracket + 1) &&
         digits >= 1 && digits <= 5 && std::all_of(word.begin() + colon + 1, word.end(), is_digit);
}

// Whether `rest` goes on as behind a virtual host: with two words, and then the user. Some servers
// write a client's port; then the [time] comes third.
bool has_one_word_more(string_view rest) {
  string_view word;
  for (int i = 0; i < 2; ++i)
    if (!take_word(rest, word)) return false;
  return !rest.starts_with('[');
}

string_view unless_dash(string_view text) { return text == "-" ? string_view() : text; }

// RFC 9110, section 5.6.2
bool is_token(string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
  });
}

}  // namespace

const char* record_parser::parse_time(string_view text, std::int64_t& result) {
  if (text.empty() || text != last_time_text_) {
    const boost::optional<std::int64_t> time = parse_log_time(text);
    if (!time) return "the time is not like [10/Oct/2000:13:55:36 -0700]";
    last_time_text_.assign(text.data(), text.size());
    last_time_ = *time;
  }
  result = last_time_;
  return nullptr;
}

// "GET /path?query HTTP/1.1". Servers log here whatever they were sent.
void record_parser::parse_request(string_view raw, record& result) {
  result.request = result.path = unless_dash(unescape(raw, request_));
  result.method = result.query = result.protocol = string_view();

  const std::size_t method_end = find(' ', result.request);
  if (method_end == string_view::npos || !is_token(result.request.substr(0, method_end))) return;
  result.method = result.request.substr(0, method_end);
  result.path = result.request.substr(method_end + 1);
  const std::size_t path_end = result.path.rfind(' ');
  if (path_end != string_view::npos && result.path.substr(path_end + 1).starts_with("HTTP/")) {
    result.protocol = result.path.substr(path_end + 1);
    result.path = result.path.substr(0, path_end);
  }
  const std::size_t question_mark = find('?', result.path);
  if (question_mark == string_view::npos) return;
  result.query = result.path.substr(question_mark + 1);
  result.path = result.path.substr(0, question_mark);
}

const char* record_parser::parse(const line& line, record& result) {
  result.line_number = line.number;
  result.line = line.text;
  result.virtual_host = result.referer = result.agent = string_view();
  result.cut = nullptr;

  string_view rest = line.text;
  if (rest.empty()) return "the line is empty";
  if (!take_word(rest, result.host)) return "it does not begin with a host";
  if (has_port(result.host) && has_one_word_more(rest)) {
    result.virtual_host = result.host;
    take_word(rest, result.host);
  }
  if (!take_word(rest, result.identity)) return "there is no identity";
  result.identity = unless_dash(result.identity);

  // A user's name may contain spaces.
  std::size_t bracket = find('[', rest);
  while (bracket != string_view::npos && bracket > 0 && rest[bracket - 1] != ' ')
    bracket = find('[', rest, bracket + 1);
  if (bracket == string_view::npos || bracket == 0) return "there is no user with a [time]";
  result.user = rest.substr(0, rest.find_last_not_of(' ', bracket - 1) + 1);
  result.user = unless_dash(result.user);
  rest.remove_prefix(bracket + 1);
  const std::size_t time_end = find(']', rest);
  if (time_end == string_view::npos) return "the [time] is not closed";
  if (const char* problem = parse_time(rest.substr(0, time_end), result.time)) return problem;
  rest.remove_prefix(time_end + 1);

  if (!skip_spaces(rest) || !rest.starts_with('"')) return "there is no \"request\"";
  string_view request;
  if (!take_quoted(rest, request)) return "the \"request\" is not closed";
  parse_request(request, result);

  skip_spaces(rest);
  std::uint64_t status = 0;
  const string_view status_text = take_last_word(rest);
  if (status_text.size() != 3 || !parse_number(status_text, status))
    return "the status is not a number of three digits";
  result.status = static_cast<int>(status);

  skip_spaces(rest);
  const string_view bytes = take_last_word(rest);
  result.has_bytes = bytes != "-";
  if (!result.has_bytes)
    result.bytes = 0;
  else if (!parse_number(bytes, result.bytes))
    return "the size is neither a number nor \"-\"";

  skip_spaces(rest);
  if (!rest.starts_with('"')) return nullptr;
  string_view field;
  if (!take_quoted(rest, field)) result.cut = "referer";
  result.referer = unless_dash(unescape(field, referer_));
  skip_spaces(rest);
  if (!rest.starts_with('"')) return nullptr;
  if (!take_quoted(rest, field)) result.cut = "agent";
  result.agent = unless_dash(unescape(field, agent_));
  return nullptr;
}

}  // namespace logs
