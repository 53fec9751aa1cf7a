// libxml2 in plain callbacks. What is worse:
// - Both feeds are read to their end, into vectors, before the first article is printed.
// - The handlers know how a feed is built, so none of them can be reused for another parser.
// - A handler that throws would throw through libxml2's frames. This one hopes for enough memory.
#include "../feeds.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

struct feed_reader {
  std::vector<article> articles;
  article current;
  std::string text;
};

void on_start(void* to, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int,
              int, const xmlChar**) {
  static_cast<feed_reader*>(to)->text.clear();
}

void on_text(void* to, const xmlChar* text, int size) {
  static_cast<feed_reader*>(to)->text.append(text, text + size);
}

void on_end(void* to, const xmlChar* local_name, const xmlChar*, const xmlChar*) {
  auto& reader = *static_cast<feed_reader*>(to);
  const std::string name = reinterpret_cast<const char*>(local_name);
  if (name == "date") reader.current.date = reader.text;
  if (name == "title") reader.current.title = reader.text;
  if (name == "item") reader.articles.push_back(reader.current);
}

std::vector<article> articles(const std::string& document) {
  xmlSAXHandler handlers = xmlSAXHandler();
  handlers.initialized = XML_SAX2_MAGIC;
  handlers.startElementNs = on_start;
  handlers.endElementNs = on_end;
  handlers.characters = handlers.ignorableWhitespace = on_text;
  feed_reader reader;
  const xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handlers, &reader, nullptr, 0, nullptr);
  const int result = xmlParseChunk(parser, document.data(), static_cast<int>(document.size()), 1);
  xmlFreeParserCtxt(parser);
  if (result != XML_ERR_OK) throw std::runtime_error("the feed is not well-formed");
  return reader.articles;
}

int main() {
  const auto kernel_news = articles(kernel_feed);
  const auto compiler_news = articles(compiler_feed);
  std::vector<article> both;
  std::merge(kernel_news.begin(), kernel_news.end(), compiler_news.begin(), compiler_news.end(),
             std::back_inserter(both), is_newer);
  for (const article& each : both) std::cout << each;
}
