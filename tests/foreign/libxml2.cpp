// docs/semantics.md, cases 48 and 50: SAX handlers of libxml2 that yield.
#include "support/counted_libxml2.hpp"
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/typed_test_case.hpp"
#include "tags.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

template <class Engine>
struct parsing {
  yielder_on<Engine, std::string>& yield;
  xmlParserCtxtPtr parser;
};

template <class Engine, class Handler>
void guarded(void* data, Handler handler) {
  auto& running = *static_cast<parsing<Engine>*>(data);
  if (!running.yield.guard([&] { handler(running.yield); })) xmlStopParser(running.parser);
}

template <class Engine>
void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  guarded<Engine>(data, [&](auto& yield) {
    yield_start_tag(yield, reinterpret_cast<const char*>(name),
                    reinterpret_cast<const char**>(attributes));
  });
}

template <class Engine>
void on_end(void* data, const xmlChar* name) {
  guarded<Engine>(data,
                  [&](auto& yield) { yield_end_tag(yield, reinterpret_cast<const char*>(name)); });
}

template <class Engine>
xmlSAXHandler handlers() {
  xmlSAXHandler result = xmlSAXHandler();
  result.startElement = on_start<Engine>;
  result.endElement = on_end<Engine>;
  return result;
}

struct parser_deleter {
  void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};

// Yields the tags in the order in which they are read. The result is why the parser stopped.
template <class Engine>
generator_on<Engine, std::string, int> tags(const char* text) {
  return [text](yielder_on<Engine, std::string>& yield) {
    xmlSAXHandler sax = handlers<Engine>();
    parsing<Engine> state{yield, nullptr};
    const std::unique_ptr<xmlParserCtxt, parser_deleter> parser(
        xmlCreatePushParserCtxt(&sax, &state, nullptr, 0, nullptr));
    state.parser = parser.get();
    const int result = xmlParseChunk(parser.get(), text, static_cast<int>(std::strlen(text)), 1);
    yield.rethrow_pending();
    return result;
  };
}

void check_nothing_left() { BOOST_TEST(live_allocations() == counted_libxml2::kept()); }

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(counted_libxml2);

TYPED_TEST_CASE(case_48_all_tags_that_libxml2_finds, Engine, engines) {
  auto g = tags<Engine>(document);
  BOOST_TEST((std::vector<std::string>(g.begin(), g.end())) == tags_of_document(),
             boost::test_tools::per_element());
  BOOST_TEST(g.result() == XML_ERR_OK);
  check_nothing_left();
}

TYPED_TEST_CASE(case_48_libxml2_holds_memory_while_it_is_suspended, Engine, engines) {
  auto g = tags<Engine>(document);
  g.next();
  BOOST_TEST(live_allocations() > counted_libxml2::kept());
}

TYPED_TEST_CASE(case_50_leaving_libxml2_at_every_yield, Engine, engines) {
  const int all = static_cast<int>(tags_of_document().size());
  leave_early_in_every_way([] { return tags<Engine>(document); }, check_nothing_left, all);
}

TYPED_TEST_CASE(case_50_a_handler_of_libxml2_throws, Engine, engines) {
  a_callback_throws(tags<Engine>(document_with_a_wrong_number), check_nothing_left);
}
