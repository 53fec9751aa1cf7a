// expat.hpp, left early at every event: the parser's memory is freed.
#include "expat.hpp"

#include "support/counted_malloc.hpp"
#include "support/leave_early.hpp"

#include <boost/test/unit_test.hpp>

#include <iterator>
#include <stdexcept>

namespace {

const XML_Memory_Handling_Suite counted{counted_malloc, counted_realloc, counted_free};

void check_nothing_left() { BOOST_TEST(live_allocations() == 0); }

}  // namespace

BOOST_AUTO_TEST_CASE(leaving_at_every_event) {
  auto whole = expat::events(kernel_feed, &counted);
  const auto all = static_cast<int>(std::distance(whole.begin(), whole.end()));
  check_nothing_left();
  leave_early_in_every_way([] { return expat::events(kernel_feed, &counted); }, check_nothing_left,
                           all);
}

BOOST_AUTO_TEST_CASE(leaving_the_articles_leaves_the_parser) {
  leave_early_in_every_way([] { return articles(expat::events(kernel_feed, &counted)); },
                           check_nothing_left, 3);
}

BOOST_AUTO_TEST_CASE(it_holds_memory_while_it_is_suspended) {
  auto events = expat::events(kernel_feed, &counted);
  events.next();
  BOOST_TEST(live_allocations() > 0);
}

BOOST_AUTO_TEST_CASE(a_damaged_document) {
  auto events = expat::events("<rss><item></rss>", &counted);
  BOOST_TEST(events.next()->value == "rss");
  BOOST_TEST(events.next()->value == "item");
  BOOST_CHECK_EXCEPTION(events.next(), std::runtime_error, [](const std::runtime_error& error) {
    return std::string(error.what()) == "mismatched tag";
  });
  check_nothing_left();
}
