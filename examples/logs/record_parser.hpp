// A line -> its record. The formats are told apart line by line:
//
//   Common          host identity user [time] "method path protocol" status bytes
//   Combined        the same, and "referer" "agent"
//   vhost_combined  the same, with virtual_host:port in front
//
// https://httpd.apache.org/docs/2.4/logs.html#accesslog
#pragma once

#include "lines.hpp"
#include "record.hpp"

#include <cstdint>
#include <string>

namespace logs {

class record_parser {
 public:
  /// Fills `result`, all but its file. Returns what is wrong with the line, or nullptr. The record
  /// refers to the line and to this parser, and is good until the next call.
  const char* parse(const line& line, record& result);

 private:
  const char* parse_time(boost::string_view text, std::int64_t& result);
  void parse_request(boost::string_view raw, record& result);

  std::string request_, referer_, agent_;  // decoded, where there were escapes
  std::string last_time_text_;             // many lines have the same
  std::int64_t last_time_ = 0;
};

}  // namespace logs
