// PCRE2's callouts in plain callbacks. What is worse:
// - All ways to match are found before the first is seen. With some patterns there are millions.
// - To stop after the second takes a limit that is passed down to the callout.
// - Where std::vector throws, it throws through PCRE2. This callout hopes for enough memory.
#include "../dates.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cstddef>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using groups = std::vector<std::string>;

struct found_matches {
  std::vector<groups> matches;
  std::size_t limit;
};

int on_match(pcre2_callout_block* match, void* to) {
  auto& found = *static_cast<found_matches*>(to);
  groups all;
  const std::string subject(reinterpret_cast<const char*>(match->subject), match->subject_length);
  for (std::size_t i = 1; i < match->capture_top; ++i) {
    const std::size_t begin = match->offset_vector[2 * i], end = match->offset_vector[2 * i + 1];
    all.push_back(begin == PCRE2_UNSET ? "" : subject.substr(begin, end - begin));
  }
  found.matches.push_back(all);
  return found.matches.size() < found.limit ? 1 : PCRE2_ERROR_CALLOUT;
}

std::vector<groups> all_matches(const std::string& pattern, const std::string& subject,
                                std::size_t limit = std::string::npos) {
  const auto text = [](const std::string& s) { return reinterpret_cast<PCRE2_SPTR>(s.data()); };
  const std::string with_callout = "(?:" + pattern + ")(?C1)";
  int error = 0;
  PCRE2_SIZE where = 0;
  pcre2_code* const code = pcre2_compile(text(with_callout), with_callout.size(),
                                         PCRE2_NO_AUTO_POSSESS, &error, &where, nullptr);
  if (!code) throw std::invalid_argument("a wrong pattern: " + pattern);
  found_matches found{{}, limit};
  pcre2_match_data* const data = pcre2_match_data_create_from_pattern(code, nullptr);
  pcre2_match_context* const matching = pcre2_match_context_create(nullptr);
  pcre2_set_callout(matching, on_match, &found);
  const int result = pcre2_match(code, text(subject), subject.size(), 0, 0, data, matching);
  pcre2_match_context_free(matching);
  pcre2_match_data_free(data);
  pcre2_code_free(code);
  if (result != PCRE2_ERROR_NOMATCH && found.matches.size() < limit)
    throw std::runtime_error("PCRE2 has given up");
  return found.matches;
}

int main() {
  for (const std::string& typed : typed_dates) {
    std::cout << typed << ':';
    for (const groups& date : all_matches(date_pattern, typed))
      std::cout << ' ' << date[0] << '.' << date[1] << '.' << date[2];
    std::cout << '\n';
  }

  std::cout << "ambiguous:";
  for (const std::string& typed : typed_dates)
    if (all_matches(date_pattern, typed, 2).size() == 2) std::cout << ' ' << typed;
  std::cout << '\n';
}
