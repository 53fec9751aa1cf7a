// semantics.md, case 48: SAX handlers of libxml2 that yield.
#define BOOST_TEST_MODULE foreign_libxml2
#include "support.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

// The library's memory is counted from before it allocates anything; what it keeps for ever is allocated here.
struct counted_library {
  counted_library() {
    xmlMemSetup(counted_free, counted_malloc, counted_realloc, counted_strdup);
    xmlInitParser();
    kept() = live_allocations();
  }
  ~counted_library() { xmlCleanupParser(); }
  static int& kept() {
    static int count = 0;
    return count;
  }
};

const char document[] = "<garden><tree kind='oak'/><pond><fish/></pond></garden>";

template <class Engine>
struct parsing {
  yielder_on<Engine, std::string>& yield;
  xmlParserCtxtPtr parser;
};

template <class Engine>
void yield_tag(void* data, const std::string& tag) {
  auto& running = *static_cast<parsing<Engine>*>(data);
  if (!running.yield.try_yield(tag)) xmlStopParser(running.parser);
}

template <class Engine>
void yield_start(void* data, const xmlChar* name, const xmlChar**) {
  yield_tag<Engine>(data, reinterpret_cast<const char*>(name));
}

template <class Engine>
void yield_end(void* data, const xmlChar* name) {
  yield_tag<Engine>(data, '/' + std::string(reinterpret_cast<const char*>(name)));
}

template <class Engine>
xmlSAXHandler handlers() {
  xmlSAXHandler result = xmlSAXHandler();
  result.startElement = yield_start<Engine>;
  result.endElement = yield_end<Engine>;
  return result;
}

struct parser_deleter {
  void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};

// The tags in the order in which they are read; the result is why it stopped.
template <class Engine>
generator_on<Engine, std::string, int> tags() {
  return [](yielder_on<Engine, std::string>& yield) {
    xmlSAXHandler sax = handlers<Engine>();
    parsing<Engine> state{yield, nullptr};
    const std::unique_ptr<xmlParserCtxt, parser_deleter> parser(xmlCreatePushParserCtxt(&sax, &state, nullptr, 0, nullptr));
    state.parser = parser.get();
    const int result = xmlParseChunk(parser.get(), document, static_cast<int>(std::strlen(document)), 1);
    yield.rethrow_pending();
    return result;
  };
}

void check_nothing_left() { BOOST_TEST(live_allocations() == counted_library::kept()); }

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(counted_library);

BOOST_AUTO_TEST_CASE_TEMPLATE(case_48_all_tags_that_libxml2_finds, Engine, engines) {
  auto g = tags<Engine>();
  BOOST_TEST(
      (std::vector<std::string>(g.begin(), g.end())) == (std::vector<std::string>{"garden", "tree", "/tree", "pond", "fish", "/fish", "/pond", "/garden"}),
      boost::test_tools::per_element());
  BOOST_TEST(g.result() == XML_ERR_OK);
  check_nothing_left();
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_48_leaving_libxml2_early, Engine, engines) {
  leave_early_in_every_way([] { return tags<Engine>(); }, check_nothing_left);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_48_leaving_libxml2_at_every_tag, Engine, engines) {
  for (int taken = 1; taken <= 8; ++taken) {
    auto g = tags<Engine>();
    for (int tag = 0; tag < taken; ++tag) BOOST_REQUIRE(g.next());
    BOOST_TEST(live_allocations() > counted_library::kept());
    g.close();
    check_nothing_left();
  }
}
