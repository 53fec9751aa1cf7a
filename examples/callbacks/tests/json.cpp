// json.hpp, left early at every event: its stack is given back, and what follows was not read. That
// its memory is freed, AddressSanitizer and Valgrind see.
#include "json.hpp"

#include "support/leave_early.hpp"

#include <deepyield/stack.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <iterator>
#include <stdexcept>

namespace {

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + '1' + std::string(depth, ']');
}

std::string error_in(const std::string& text) {
  auto events = json_events(text);
  try {
    while (events.next()) continue;
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(leaving_at_every_event) {
  const std::size_t before = deepyield::stack_pool::statistics().live;
  {
    auto whole = json_events(sample_orders);
    const auto all = static_cast<int>(std::distance(whole.begin(), whole.end()));
    leave_early_in_every_way([] { return json_events(sample_orders); }, [] {}, all);
  }
  BOOST_TEST(deepyield::stack_pool::statistics().live == before);
}

BOOST_AUTO_TEST_CASE(leaving_before_an_error_does_not_find_it) {
  auto events = json_events("[1, 2, oops!");
  for (int event = 0; event < 3; ++event) events.next();
  BOOST_CHECK_NO_THROW(events.close());
}

BOOST_AUTO_TEST_CASE(it_yields_from_a_thousand_calls_deep) {
  constexpr int depth = 500;  // two calls each
  auto events = json_events(nested(depth));
  for (int event = 0; event < depth; ++event)
    BOOST_REQUIRE(events.next()->kind == json_event::begin_array);
  BOOST_TEST(events.next()->text == "1");
  events.close();
}

BOOST_AUTO_TEST_CASE(errors) {
  BOOST_TEST(error_in("{\"a\": [1, {}]}") == "");
  BOOST_TEST(error_in("[1 2]") == "at 3: ] is missing");
  BOOST_TEST(error_in("{\"a\" 1}") == "at 5: : is missing");
  BOOST_TEST(error_in("[1,]") == "at 3: a value is missing");
  BOOST_TEST(error_in("[] []") == "at 3: the end is missing");
  BOOST_TEST(error_in("\"abc") == "at 4: the end of a string is missing");
  BOOST_TEST(error_in("\"abc\\") == "at 5: the end of a string is missing");
}
