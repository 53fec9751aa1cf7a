#include "time.hpp"

#include <boost/lexical_cast/try_lexical_convert.hpp>

#include <cstddef>
#include <cstdio>

namespace logs {
namespace {

using boost::string_view;
using seconds = boost::optional<std::int64_t>;

struct date {
  int year, month, day;
};

// The civil calendar counted in 400-year eras that begin in March, so that a leap day is the last
// of its year.
std::int64_t days_since_1970(const date& date) {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int month_from_march = (date.month + 9) % 12;
  const int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  return std::int64_t{365} * year + year / 4 - year / 100 + year / 400 + day_of_year - 719468;
}

date date_of(std::int64_t days) {
  const std::int64_t since_march_0 = days + 719468;
  const std::int64_t era = since_march_0 / 146097;
  const std::int64_t day_of_era = since_march_0 % 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const auto day_of_year =
      static_cast<int>(day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100));
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const auto year = static_cast<int>(era * 400 + year_of_era);
  return {month <= 2 ? year + 1 : year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

// Reads a text from its front. Once something is not as asked for, all of it has failed.
class reader {
 public:
  explicit reader(string_view text) : rest_(text) {}

  int number(std::size_t digits, int least, int most) {
    int result = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const char digit = i < rest_.size() ? rest_[i] : '\0';
      if (digit < '0' || digit > '9') return fail();
      result = 10 * result + (digit - '0');
    }
    rest_.remove_prefix(digits);
    return result < least || result > most ? fail() : result;
  }

  int month() {
    constexpr string_view::size_type length = 3;
    const auto at =
        string_view("JanFebMarAprMayJunJulAugSepOctNovDec").find(rest_.substr(0, length));
    if (rest_.size() < length || at == string_view::npos || at % length != 0) return fail();
    rest_.remove_prefix(length);
    return static_cast<int>(at / length) + 1;
  }

  void literal(char wanted) {
    if (!next_is(wanted)) fail();
  }

  // Skips it if it is there.
  bool next_is(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // "+0200", and "+02:00" if colons are allowed.
  int zone(bool colon_allowed) {
    const bool west = next_is('-');
    if (!west) literal('+');
    const int hours = number(2, 0, 23);
    if (colon_allowed) next_is(':');
    const int offset = hours * 3600 + number(2, 0, 59) * 60;
    return west ? -offset : offset;
  }

  bool at_end() const { return rest_.empty(); }
  bool succeeded() const { return !failed_; }

 private:
  int fail() {
    failed_ = true;
    return 0;
  }

  string_view rest_;
  bool failed_ = false;
};

constexpr int first_year = 1970, last_year = 2999;

bool exists(const date& date) {
  const struct date again = date_of(days_since_1970(date));
  return again.month == date.month && again.day == date.day;
}

seconds when(const reader& text, const date& date, int second_of_day, int zone) {
  if (!text.succeeded() || !text.at_end() || !exists(date)) return boost::none;
  return days_since_1970(date) * 86400 + second_of_day - zone;
}

int read_hours_and_minutes(reader& text) {
  const int hours = text.number(2, 0, 23);
  text.literal(':');
  return hours * 3600 + text.number(2, 0, 59) * 60;
}

seconds parse_iso_time(string_view from) {
  reader text(from);
  date date{};
  date.year = text.number(4, first_year, last_year);
  text.literal('-');
  date.month = text.number(2, 1, 12);
  text.literal('-');
  date.day = text.number(2, 1, 31);
  int second_of_day = 0, zone = 0;
  if (text.next_is('T') || text.next_is(' ')) {
    second_of_day = read_hours_and_minutes(text);
    if (text.next_is(':')) second_of_day += text.number(2, 0, 60);
    text.next_is(' ');
    if (!text.next_is('Z') && !text.at_end()) zone = text.zone(true);
  }
  return when(text, date, second_of_day, zone);
}

// Up to twelve digits.
seconds parse_count(string_view digits) {
  std::int64_t result = 0;
  if (digits.empty() || digits.size() > 12 ||
      digits.find_first_not_of("0123456789") != string_view::npos ||
      !boost::conversion::try_lexical_convert(digits.data(), digits.size(), result))
    return boost::none;
  return result;
}

seconds parse_age(string_view text) {
  if (text.empty()) return boost::none;
  const seconds count = parse_count(text.substr(0, text.size() - 1));
  if (!count) return boost::none;
  switch (text.back()) {
    case 's': return count;
    case 'm': return *count * 60;
    case 'h': return *count * 3600;
    case 'd': return *count * 86400;
    default: return boost::none;
  }
}

}  // namespace

seconds parse_log_time(string_view from) {
  reader text(from);
  date date{};
  date.day = text.number(2, 1, 31);
  text.literal('/');
  date.month = text.month();
  text.literal('/');
  date.year = text.number(4, first_year, last_year);
  text.literal(':');
  int second_of_day = read_hours_and_minutes(text);
  text.literal(':');
  second_of_day += text.number(2, 0, 60);
  text.literal(' ');
  const int zone = text.zone(false);
  return when(text, date, second_of_day, zone);
}

seconds parse_user_time(string_view text, std::int64_t now) {
  if (text.starts_with('@')) return parse_count(text.substr(1));
  if (const seconds age = parse_age(text)) return now - *age;
  if (const seconds time = parse_log_time(text)) return time;
  return parse_iso_time(text);
}

string_view in_iso_format(std::int64_t time, std::string& buffer) {
  // A time zone may take the first or the last second into a neighbouring year.
  const std::int64_t days = (time + 86400) / 86400 - 1;
  const auto second = static_cast<int>(time - days * 86400);
  const date date = date_of(days);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month,
                date.day, second / 3600, second / 60 % 60, second % 60);
  return buffer = text;
}

}  // namespace logs
