// Stage 4: fields -> records of the Common and the Combined Log Format.
//
//   host identity user [time] "method path protocol" status bytes "referrer" "agent"
//
// https://httpd.apache.org/docs/2.4/logs.html#accesslog; the Common format lacks the last two
// fields.
#pragma once

#include "fields.hpp"
#include "reading_report.hpp"

#include <deepyield/generator.hpp>

#include <boost/utility/string_view.hpp>

#include <cstdint>

namespace tour {

/// One request. Good until the next one is asked for: its text is in the reader's buffer.
struct record {
  boost::string_view host;
  boost::string_view time;
  boost::string_view method;  // empty where the client sent no HTTP
  boost::string_view path;    // without the query; all that the client sent if it is not HTTP
  int status = 0;
  std::uint64_t bytes = 0;  // of the response; 0 for "-"
};

/// Returns what is wrong with the fields, or nullptr.
const char* parse(const split_line& fields, record& result);

/// The requests. A line that is not a request is reported and left out.
deepyield::generator<const record&> parse_records(deepyield::generator<const split_line&> lines,
                                                  reading_report& report);

}  // namespace tour
