// expat as a range of events.
#pragma once

#include "xml_events.hpp"

#include <expat.h>

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace expat {

inline void give(void* parser, xml_event::kinds kind, const char* text, std::size_t size) noexcept {
  auto* const running = static_cast<XML_Parser>(parser);
  auto& yield = *static_cast<deepyield::yielder<xml_event>*>(XML_GetUserData(running));
  if (!yield.guard([&] { yield(xml_event{kind, std::string(text, size)}); }))
    XML_StopParser(running, XML_FALSE);
}
inline void XMLCALL on_start(void* parser, const char* name, const char**) noexcept {
  give(parser, xml_event::start, name, std::strlen(name));
}
inline void XMLCALL on_text(void* parser, const char* text, int size) noexcept {
  give(parser, xml_event::text, text, static_cast<std::size_t>(size));
}
inline void XMLCALL on_end(void* parser, const char* name) noexcept {
  give(parser, xml_event::end, name, std::strlen(name));
}

struct closing {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using handle = std::unique_ptr<std::remove_pointer_t<XML_Parser>, closing>;

inline deepyield::generator<xml_event> events(const std::string& document,
                                              const XML_Memory_Handling_Suite* memory = nullptr) {
  return [=](deepyield::yielder<xml_event>& yield) {
    const handle parser(XML_ParserCreate_MM(nullptr, memory, nullptr));
    XML_SetUserData(parser.get(), &yield);
    XML_UseParserAsHandlerArg(parser.get());
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    const auto result =
        XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), XML_TRUE);
    yield.rethrow_pending();
    if (result != XML_STATUS_OK)
      throw std::runtime_error(XML_ErrorString(XML_GetErrorCode(parser.get())));
  };
}

}  // namespace expat
