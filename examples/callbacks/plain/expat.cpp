// expat in plain callbacks. What is worse:
// - Both feeds are read to their end, into vectors, before the first article is printed.
// - What a loop keeps in local variables is in a struct, and each handler sees a part of it.
// - A handler that throws would throw through expat's frames. This one hopes for enough memory.
#include "../feeds.hpp"

#include <expat.h>

#include <algorithm>
#include <cstring>
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

void XMLCALL on_start(void* to, const char*, const char**) {
  static_cast<feed_reader*>(to)->text.clear();
}

void XMLCALL on_text(void* to, const char* text, int size) {
  static_cast<feed_reader*>(to)->text.append(text, static_cast<std::size_t>(size));
}

void XMLCALL on_end(void* to, const char* name) {
  auto& reader = *static_cast<feed_reader*>(to);
  if (!std::strcmp(name, "date")) reader.current.date = reader.text;
  if (!std::strcmp(name, "title")) reader.current.title = reader.text;
  if (!std::strcmp(name, "item")) reader.articles.push_back(reader.current);
}

std::vector<article> articles(const std::string& document) {
  feed_reader reader;
  const XML_Parser parser = XML_ParserCreate(nullptr);
  XML_SetUserData(parser, &reader);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  const auto result =
      XML_Parse(parser, document.data(), static_cast<int>(document.size()), XML_TRUE);
  const auto error = XML_GetErrorCode(parser);
  XML_ParserFree(parser);
  if (result != XML_STATUS_OK) throw std::runtime_error(XML_ErrorString(error));
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
