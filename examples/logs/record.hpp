// One request, as a line of a log tells it.
#pragma once

#include <boost/utility/string_view.hpp>

#include <cstdint>
#include <string>

namespace logs {

/// A text without an address (data() == nullptr) was not in the log, or was "-" there. Good until
/// the next record of the same file is asked for.
struct record {
  const std::string* file =
      nullptr;  // none: there is no record at the moment, as with an empty chunk
  std::uint64_t line_number = 0;
  boost::string_view line;

  boost::string_view virtual_host, host, identity, user;
  std::int64_t time = 0;  // seconds since 1970, UTC
  boost::string_view request, method, protocol;
  boost::string_view path;  // without the query; the whole request if that is not HTTP
  boost::string_view query;
  int status = 0;
  std::uint64_t bytes = 0;  // of the response; 0 for "-"
  bool has_bytes = false;
  boost::string_view referer, agent;
  const char* cut = nullptr;  // the name of the field in which the line was cut off

  bool is_idle() const noexcept { return file == nullptr; }
};

}  // namespace logs
