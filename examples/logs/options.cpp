#include "options.hpp"

#include "time.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/program_options.hpp>

#include <ctime>
#include <sstream>
#include <utility>

namespace logs {
namespace {

namespace po = boost::program_options;
using names = std::vector<std::string>;

po::options_description described_options() {
  po::options_description which("Which records"), how("What is printed"), input("Input"),
      other("Other");
  which.add_options()                                                               //
      ("since", po::value<std::string>()->value_name("TIME"), "from this time on")  //
      ("until", po::value<std::string>()->value_name("TIME"),
       "before this time; TIME: 2000-10-10, 2000-10-10T13:55:36Z (or +02:00; UTC if there is no "
       "zone), 10/Oct/2000:13:55:36 -0700, @SECONDS, or 90s, 15m, 2h, 7d ago")  //
      ("status", po::value<names>()->composing()->value_name("LIST"),
       "such as 404, 5xx, 400-499,503")  //
      ("host", po::value<names>()->composing()->value_name("HOST"),
       "from this client; may be repeated")("path", po::value<std::string>()->value_name("REGEX"),
                                            "whose path contains a match (Perl's syntax)")(
          "method", po::value<names>()->composing()->value_name("LIST"), "such as GET,HEAD");
  how.add_options()("top,n", po::value<std::size_t>()->value_name("N"),
                    "the N most frequent values, with counts and bytes")(
      "by,b", po::value<std::string>()->value_name("FIELD")->default_value("path"),
      "of this field")("format,o",
                       po::value<std::string>()->value_name("FORMAT")->default_value("text"),
                       "text, json (one object a line) or csv")(
      "fields,F", po::value<names>()->composing()->value_name("LIST"),
      "these fields (text: the lines as they are)")(
      "totals,t", po::bool_switch(), "how much was read and selected, on standard error");
  input.add_options()("follow,f", po::bool_switch(),
                      "wait for more until interrupted; files may be rotated or truncated")(
      "poll", po::bool_switch(), "look now and then, without inotify")(
      "merge,m", po::bool_switch(), "the records of all files in the order of their times")(
      "problems", po::value<std::uint64_t>()->value_name("N")->default_value(10),
      "show at most N bad lines of a file");
  other.add_options()("help,h", po::bool_switch(), "print this")("version,V", po::bool_switch(),
                                                                 "print the version");
  po::options_description all;
  return all.add(which).add(how).add(input).add(other);
}

names split_lists(const po::variables_map& given, const char* option) {
  names result;
  if (!given.count(option)) return result;
  for (const std::string& list : given[option].as<names>()) {
    names parts;
    boost::split(parts, list, boost::is_any_of(","));
    for (std::string& part : parts) {
      if (part.empty())
        throw usage_error(std::string("--") + option + ": an empty name in \"" + list + '"');
      result.push_back(std::move(part));
    }
  }
  return result;
}

boost::optional<std::int64_t> parse_time(const po::variables_map& given, const char* option) {
  if (!given.count(option)) return boost::none;
  const auto& text = given[option].as<std::string>();
  const auto time = parse_user_time(text, std::time(nullptr));
  if (!time) throw usage_error(std::string("--") + option + ": not a time: " + text);
  return time;
}

bool is_code(const std::string& text) {
  return text.size() == 3 && boost::algorithm::all(text, boost::is_digit());
}

status_range parse_status(const std::string& text) {
  if (is_code(text)) return {std::stoi(text), std::stoi(text)};
  if (text.size() == 3 && boost::is_digit()(text[0]) && text.substr(1) == "xx") {
    const int first = 100 * (text[0] - '0');
    return {first, first + 99};
  }
  if (text.size() == 7 && text[3] == '-' && is_code(text.substr(0, 3)) && is_code(text.substr(4)))
    return {std::stoi(text), std::stoi(text.substr(4))};
  throw usage_error("--status: neither like 404, nor 5xx, nor 400-499: " + text);
}

boost::optional<boost::regex> parse_regex(const po::variables_map& given) {
  if (!given.count("path")) return boost::none;
  try {
    return boost::regex(given["path"].as<std::string>());
  } catch (const boost::regex_error& error) {
    throw usage_error(std::string("--path: ") + error.what());
  }
}

format parse_format(const std::string& text) {
  if (text == "text") return format::text;
  if (text == "json") return format::json;
  if (text == "csv") return format::csv;
  throw usage_error("--format: not text, json or csv: " + text);
}

const field& parse_field(const char* option, const std::string& name) {
  if (const field* found = find_field(name)) return *found;
  std::string known;
  for (const field& field : all_fields()) known += std::string(" ") + field.name;
  throw usage_error(std::string("--") + option + ": no such field: " + name + "; there are" +
                    known);
}

options interpret(const po::variables_map& given) {
  options result;
  result.help = given["help"].as<bool>();
  result.version = given["version"].as<bool>();
  result.follow = given["follow"].as<bool>();
  result.by_polling = given["poll"].as<bool>();
  result.merge = given["merge"].as<bool>();
  result.totals = given["totals"].as<bool>() || result.follow;
  result.problems_shown = given["problems"].as<std::uint64_t>();

  result.filters.since = parse_time(given, "since");
  result.filters.until = parse_time(given, "until");
  for (const std::string& status : split_lists(given, "status"))
    result.filters.statuses.push_back(parse_status(status));
  if (given.count("host")) result.filters.hosts = given["host"].as<names>();
  result.filters.methods = split_lists(given, "method");
  result.filters.path = parse_regex(given);

  result.top_by = &parse_field("by", given["by"].as<std::string>());
  if (given.count("top")) {
    result.top = given["top"].as<std::size_t>();
    if (result.top == 0) throw usage_error("--top: at least 1");
  } else if (!given["by"].defaulted()) {
    throw usage_error("--by needs --top");
  }
  result.format = parse_format(given["format"].as<std::string>());
  for (const std::string& name : split_lists(given, "fields"))
    result.fields.push_back(&parse_field("fields", name));
  if (result.top && !result.fields.empty()) throw usage_error("either --top or --fields");
  if (result.fields.empty() && result.format != format::text) result.fields = default_fields();

  if (given.count("file")) result.paths = given["file"].as<names>();
  if (result.help || result.version) return result;
  if (result.follow && result.merge) throw usage_error("either --follow or --merge");
  if (result.by_polling && !result.follow) throw usage_error("--poll needs --follow");
  if (result.follow && result.paths.empty()) throw usage_error("--follow needs a file");
  for (const std::string& path : result.paths)
    if (result.follow && path == "-") throw usage_error("--follow cannot follow standard input");
  if (result.paths.empty()) result.paths.emplace_back("-");
  return result;
}

}  // namespace

options parse_options(int argc, const char* const* argv) {
  po::options_description all = described_options();
  all.add_options()("file", po::value<names>());
  po::positional_options_description positional;
  positional.add("file", -1);
  namespace style = po::command_line_style;
  constexpr int unix_without_guesses = style::unix_style & ~style::allow_guessing;
  po::variables_map given;
  try {
    po::store(po::command_line_parser(argc, argv)
                  .options(all)
                  .positional(positional)
                  .style(unix_without_guesses)
                  .run(),
              given);
  } catch (const po::error& error) {
    throw usage_error(error.what());
  }
  return interpret(given);
}

std::string help_text() {
  std::ostringstream text;
  text
      << "usage: logs [OPTION...] [FILE|FOLDER...]\n"
         "\n"
         "Reads access logs of web servers (Common, Combined, vhost_combined), plain or compressed "
         "by gzip,\nbzip2 or zstd; - is standard input, also if no file is named. Prints the "
         "records that are wanted.\n"
      << described_options() << "\nFields:";
  for (const field& field : all_fields()) text << ' ' << field.name;
  text << "\nExits with 0; with 1 if an input was damaged or unreadable; with 2 for wrong usage.\n";
  return text.str();
}

}  // namespace logs
