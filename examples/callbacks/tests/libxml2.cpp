// libxml2.hpp, left early at every event: the parser's memory is freed.
#include "libxml2.hpp"

#include "support/counted_libxml2.hpp"
#include "support/leave_early.hpp"

#include <boost/test/unit_test.hpp>

#include <iterator>
#include <stdexcept>

namespace {

void check_nothing_left() { BOOST_TEST(live_allocations() == counted_libxml2::kept()); }

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(counted_libxml2);

BOOST_AUTO_TEST_CASE(leaving_at_every_event) {
  auto whole = libxml2::events(kernel_feed);
  const auto all = static_cast<int>(std::distance(whole.begin(), whole.end()));
  check_nothing_left();
  leave_early_in_every_way([] { return libxml2::events(kernel_feed); }, check_nothing_left, all);
}

BOOST_AUTO_TEST_CASE(leaving_the_articles_leaves_the_parser) {
  leave_early_in_every_way([] { return articles(libxml2::events(kernel_feed)); },
                           check_nothing_left, 3);
}

BOOST_AUTO_TEST_CASE(it_holds_memory_while_it_is_suspended) {
  auto events = libxml2::events(kernel_feed);
  events.next();
  BOOST_TEST(live_allocations() > counted_libxml2::kept());
}

BOOST_AUTO_TEST_CASE(a_damaged_document) {
  auto events = libxml2::events("<rss><item></rss>");
  BOOST_TEST(events.next()->value == "rss");
  BOOST_TEST(events.next()->value == "item");
  BOOST_CHECK_THROW(events.next(), std::runtime_error);
}
