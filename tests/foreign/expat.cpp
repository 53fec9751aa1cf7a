// docs/semantics.md, cases 48 and 50: handlers of expat that yield.
#include "support/counted_malloc.hpp"
#include "support/engines.hpp"
#include "support/leave_early.hpp"
#include "support/typed_test_case.hpp"
#include "tags.hpp"

#include <expat.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

// Expat may still call a handler once it has been stopped.
template <class Engine, class Handler>
void guarded(void* parser, Handler handler) {
  const auto running = static_cast<XML_Parser>(parser);
  auto& yield = *static_cast<yielder_on<Engine, std::string>*>(XML_GetUserData(running));
  if (!yield.guard([&] { handler(yield); })) XML_StopParser(running, XML_FALSE);
}

template <class Engine>
void XMLCALL on_start(void* parser, const XML_Char* name, const XML_Char** attributes) {
  guarded<Engine>(parser, [&](auto& yield) { yield_start_tag(yield, name, attributes); });
}

template <class Engine>
void XMLCALL on_end(void* parser, const XML_Char* name) {
  guarded<Engine>(parser, [&](auto& yield) { yield_end_tag(yield, name); });
}

struct parser_deleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using parser_handle = std::unique_ptr<std::remove_pointer_t<XML_Parser>, parser_deleter>;

// Yields the tags in the order in which they are read. The result is why the parser stopped.
template <class Engine>
generator_on<Engine, std::string, XML_Error> tags(const char* text) {
  return [text](yielder_on<Engine, std::string>& yield) {
    const XML_Memory_Handling_Suite counted{counted_malloc, counted_realloc, counted_free};
    const parser_handle parser(XML_ParserCreate_MM(nullptr, &counted, nullptr));
    XML_SetUserData(parser.get(), &yield);
    XML_UseParserAsHandlerArg(parser.get());
    XML_SetElementHandler(parser.get(), on_start<Engine>, on_end<Engine>);
    XML_Parse(parser.get(), text, static_cast<int>(std::strlen(text)), XML_TRUE);
    yield.rethrow_pending();
    return XML_GetErrorCode(parser.get());
  };
}

}  // namespace

TYPED_TEST_CASE(case_48_all_tags_that_expat_finds, Engine, engines) {
  auto g = tags<Engine>(document);
  BOOST_TEST((std::vector<std::string>(g.begin(), g.end())) == tags_of_document(),
             boost::test_tools::per_element());
  BOOST_TEST(g.result() == XML_ERROR_NONE);
  BOOST_TEST(live_allocations() == 0);
}

TYPED_TEST_CASE(case_48_what_expat_says_of_a_wrong_document, Engine, engines) {
  auto g = tags<Engine>("<a><b></a>");
  BOOST_TEST((std::vector<std::string>(g.begin(), g.end())) == (std::vector<std::string>{"a", "b"}),
             boost::test_tools::per_element());
  BOOST_TEST(g.result() == XML_ERROR_TAG_MISMATCH);
}

TYPED_TEST_CASE(case_48_expat_holds_memory_while_it_is_suspended, Engine, engines) {
  auto g = tags<Engine>(document);
  g.next();
  BOOST_TEST(live_allocations() > 0);
}

TYPED_TEST_CASE(case_50_leaving_expat_at_every_yield, Engine, engines) {
  const int all = static_cast<int>(tags_of_document().size());
  leave_early_in_every_way([] { return tags<Engine>(document); },
                           [] { BOOST_TEST(live_allocations() == 0); }, all);
}

TYPED_TEST_CASE(case_50_a_handler_of_expat_throws, Engine, engines) {
  a_callback_throws(tags<Engine>(document_with_a_wrong_number),
                    [] { BOOST_TEST(live_allocations() == 0); });
}
