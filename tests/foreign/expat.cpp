// semantics.md, case 48: handlers of expat that yield.
#define BOOST_TEST_MODULE foreign_expat
#include "support.hpp"

#include <expat.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

const char document[] = "<garden><tree kind='oak'/><pond><fish/></pond></garden>";

// Expat may still call a handler once it has been stopped.
template <class Engine>
void yield_tag(void* parser, const std::string& tag) {
  const auto running = static_cast<XML_Parser>(parser);
  if (!static_cast<yielder_on<Engine, std::string>*>(XML_GetUserData(running))->try_yield(tag)) XML_StopParser(running, XML_FALSE);
}

template <class Engine>
void XMLCALL yield_start(void* parser, const XML_Char* name, const XML_Char**) {
  yield_tag<Engine>(parser, name);
}

template <class Engine>
void XMLCALL yield_end(void* parser, const XML_Char* name) {
  yield_tag<Engine>(parser, '/' + std::string(name));
}

struct parser_deleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using parser_handle = std::unique_ptr<std::remove_pointer_t<XML_Parser>, parser_deleter>;

// The tags in the order in which they are read; the result is why it stopped.
template <class Engine>
generator_on<Engine, std::string, XML_Error> tags(const char* text) {
  return [text](yielder_on<Engine, std::string>& yield) {
    const XML_Memory_Handling_Suite counted{counted_malloc, counted_realloc, counted_free};
    const parser_handle parser(XML_ParserCreate_MM(nullptr, &counted, nullptr));
    XML_SetUserData(parser.get(), &yield);
    XML_UseParserAsHandlerArg(parser.get());
    XML_SetElementHandler(parser.get(), yield_start<Engine>, yield_end<Engine>);
    XML_Parse(parser.get(), text, static_cast<int>(std::strlen(text)), XML_TRUE);
    yield.rethrow_pending();
    return XML_GetErrorCode(parser.get());
  };
}

}  // namespace

BOOST_AUTO_TEST_CASE_TEMPLATE(case_48_all_tags_that_expat_finds, Engine, engines) {
  auto g = tags<Engine>(document);
  BOOST_TEST(
      (std::vector<std::string>(g.begin(), g.end())) == (std::vector<std::string>{"garden", "tree", "/tree", "pond", "fish", "/fish", "/pond", "/garden"}),
      boost::test_tools::per_element());
  BOOST_TEST(g.result() == XML_ERROR_NONE);
  BOOST_TEST(live_allocations() == 0);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_48_what_expat_says_of_a_wrong_document, Engine, engines) {
  auto g = tags<Engine>("<a><b></a>");
  BOOST_TEST((std::vector<std::string>(g.begin(), g.end())) == (std::vector<std::string>{"a", "b"}), boost::test_tools::per_element());
  BOOST_TEST(g.result() == XML_ERROR_TAG_MISMATCH);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_48_leaving_expat_early, Engine, engines) {
  leave_early_in_every_way([] { return tags<Engine>(document); }, [] { BOOST_TEST(live_allocations() == 0); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(case_48_leaving_expat_at_every_tag, Engine, engines) {
  for (int taken = 1; taken <= 8; ++taken) {
    auto g = tags<Engine>(document);
    for (int tag = 0; tag < taken; ++tag) BOOST_REQUIRE(g.next());
    BOOST_TEST(live_allocations() > 0);
    g.close();
    BOOST_TEST(live_allocations() == 0);
  }
}
