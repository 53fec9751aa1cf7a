// The default stack has room for ordinary calls, for example of std::regex, which uses more stack
// the longer the line is.
#include "support/engines.hpp"
#include "support/sanitizers.hpp"
#include "support/typed_test_case.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <regex>
#include <string>

TYPED_TEST_CASE(a_body_matches_a_long_line_against_a_regular_expression, Engine, engines) {
  if (under_address_sanitizer || under_thread_sanitizer) return;  // whose frames are larger
#if defined(__s390x__)
  constexpr std::size_t length = 980;  // each of the frames has 160 bytes for whomever it calls
#else
  constexpr std::size_t length = 1480;
#endif
  const std::string line = "GET /" + std::string(length, 'x') + " HTTP/1.1";
  generator_on<Engine, std::string> paths = [&line](yielder_on<Engine, std::string>& yield) {
    std::smatch parts;
    if (std::regex_match(line, parts, std::regex("([A-Z]+) (.*) (HTTP/[0-9.]+)"))) yield(parts[2]);
  };
  const std::string* const path = paths.next();
  BOOST_TEST((path && path->size() == length + 1));
}
