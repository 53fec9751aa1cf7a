// Everything that a regular expression can match, as PCRE2's backtracking finds it.
#pragma once

#include <deepyield/generator.hpp>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using groups = std::vector<std::string>;  // what the pattern's parentheses have matched

inline int on_match(pcre2_callout_block* match, void* to) noexcept {
  auto& yield = *static_cast<deepyield::yielder<groups>*>(to);
  const bool go_on = yield.guard([&] {
    groups found;
    const std::string subject(reinterpret_cast<const char*>(match->subject), match->subject_length);
    for (std::size_t i = 1; i < match->capture_top; ++i) {
      const std::size_t begin = match->offset_vector[2 * i], end = match->offset_vector[2 * i + 1];
      found.push_back(begin == PCRE2_UNSET ? "" : subject.substr(begin, end - begin));
    }
    yield(found);
  });
  return go_on ? 1 : PCRE2_ERROR_CALLOUT;  // 1 says "no match", so PCRE2 tries the next way
}

struct freeing {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

inline deepyield::generator<groups> all_matches(const std::string& pattern,
                                                const std::string& subject,
                                                pcre2_general_context* memory = nullptr) {
  return [=](deepyield::yielder<groups>& yield) {
    const auto text = [](const std::string& s) { return reinterpret_cast<PCRE2_SPTR>(s.data()); };
    const std::string with_callout = "(?:" + pattern + ")(?C1)";
    int error = 0;
    PCRE2_SIZE where = 0;
    const std::unique_ptr<pcre2_code, freeing> code(pcre2_compile(
        text(with_callout), with_callout.size(), PCRE2_NO_AUTO_POSSESS, &error, &where, nullptr));
    if (!code) throw std::invalid_argument("a wrong pattern: " + pattern);
    const std::unique_ptr<pcre2_match_data, freeing> data(
        pcre2_match_data_create_from_pattern(code.get(), memory));
    const std::unique_ptr<pcre2_match_context, freeing> matching(
        pcre2_match_context_create(memory));
    pcre2_set_callout(matching.get(), on_match, &yield);
    const int result =
        pcre2_match(code.get(), text(subject), subject.size(), 0, 0, data.get(), matching.get());
    yield.rethrow_pending();
    if (result != PCRE2_ERROR_NOMATCH) throw std::runtime_error("PCRE2 has given up");
  };
}
