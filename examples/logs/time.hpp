// Points in time, as seconds since 1970 in UTC.
#pragma once

#include <boost/optional.hpp>
#include <boost/utility/string_view.hpp>

#include <cstdint>
#include <string>

namespace logs {

/// "10/Oct/2000:13:55:36 -0700", as logs write it. None where that is no time: years are from 1970
/// to 2999, and a 60th second is the next minute's first.
boost::optional<std::int64_t> parse_log_time(boost::string_view from);

/// What users write: as logs do, "2000-10-10", "2000-10-10T13:55", "2000-10-10 13:55:36+02:00" (UTC
/// without a time zone), "@971211336", or "90s", "15m", "2h", "7d" before `now`.
boost::optional<std::int64_t> parse_user_time(boost::string_view text, std::int64_t now);

/// As "2000-10-10T20:55:36Z", in the buffer.
boost::string_view in_iso_format(std::int64_t time, std::string& buffer);

}  // namespace logs
