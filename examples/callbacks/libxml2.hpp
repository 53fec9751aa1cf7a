// libxml2's SAX2 interface as a range of events.
#pragma once

#include "xml_events.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

namespace libxml2 {

struct parsing {
  deepyield::yielder<xml_event>& yield;
  xmlParserCtxtPtr parser;
};

inline void give(void* to, xml_event::kinds kind, const xmlChar* text, int size) noexcept {
  auto& now = *static_cast<parsing*>(to);
  const auto* const begin = reinterpret_cast<const char*>(text);
  if (!now.yield.guard([&] { now.yield(xml_event{kind, std::string(begin, begin + size)}); }))
    xmlStopParser(now.parser);
}
inline void on_start(void* to, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                     const xmlChar**, int, int, const xmlChar**) noexcept {
  give(to, xml_event::start, name, xmlStrlen(name));
}
inline void on_text(void* to, const xmlChar* text, int size) noexcept {
  give(to, xml_event::text, text, size);
}
inline void on_end(void* to, const xmlChar* name, const xmlChar*, const xmlChar*) noexcept {
  give(to, xml_event::end, name, xmlStrlen(name));
}

struct closing {
  void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};
using handle = std::unique_ptr<xmlParserCtxt, closing>;

inline deepyield::generator<xml_event> events(const std::string& document) {
  return [=](deepyield::yielder<xml_event>& yield) {
    xmlSAXHandler handlers = xmlSAXHandler();
    handlers.initialized = XML_SAX2_MAGIC;
    handlers.startElementNs = on_start;
    handlers.endElementNs = on_end;
    handlers.characters = handlers.ignorableWhitespace = on_text;
    parsing now{yield, nullptr};
    const handle parser(xmlCreatePushParserCtxt(&handlers, &now, nullptr, 0, nullptr));
    now.parser = parser.get();
    const int result =
        xmlParseChunk(parser.get(), document.data(), static_cast<int>(document.size()), 1);
    yield.rethrow_pending();
    if (result != XML_ERR_OK) throw std::runtime_error(xmlCtxtGetLastError(parser.get())->message);
  };
}

}  // namespace libxml2
