// expat.hpp and libxml2.hpp give the same events for the same document, text for text.
#include "expat.hpp"
#include "libxml2.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

namespace {

const char document[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE shop [<!ELEMENT shop ANY>]>
<!-- a comment -->
<shop><book id="1">Caf&#233; &lt;noir&gt; &amp; others</book>
  <empty/><?print now?><part>one<b>two</b>three</part>
  <quote><![CDATA[a < b && c]]> end</quote>
</shop>)";

// A parser may give a text in any number of pieces.
std::vector<std::string> as_lines(deepyield::generator<xml_event> events) {
  std::vector<std::string> lines;
  bool in_text = false;
  for (const xml_event& event : events) {
    const bool is_text = event.kind == xml_event::text;
    if (is_text && in_text)
      lines.back() += event.value;
    else
      lines.push_back("(:)"[event.kind] + event.value);
    in_text = is_text;
  }
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_events) {
  for (const char* each : {document, kernel_feed, compiler_feed}) {
    const auto lines = as_lines(expat::events(each));
    BOOST_TEST(lines.size() > 10u);
    BOOST_TEST(lines == as_lines(libxml2::events(each)), boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(the_same_articles_in_lockstep) {
  auto one = articles(expat::events(kernel_feed));
  auto other = articles(libxml2::events(kernel_feed));
  while (const article* each = one.next()) {
    const article* const same = other.next();
    BOOST_REQUIRE(same);
    BOOST_TEST(each->date == same->date);
    BOOST_TEST(each->title == same->title);
  }
  BOOST_TEST(!other.next());
}
