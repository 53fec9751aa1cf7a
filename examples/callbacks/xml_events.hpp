// What an XML parser reports, as the elements of a range; and the articles of a feed, read from
// these by a plain loop.
#pragma once

#include "feeds.hpp"

#include <deepyield/generator.hpp>

#include <string>
#include <utility>

struct xml_event {
  enum kinds { start, text, end } kind;
  std::string value;  // the element's name, or the text
};

inline deepyield::generator<article> articles(deepyield::generator<xml_event> events) {
  return [events = std::move(events)](deepyield::yielder<article>& yield) mutable {
    article current;
    std::string text;
    for (const xml_event& event : events) {
      if (event.kind == xml_event::text) text += event.value;
      if (event.kind == xml_event::start) text.clear();
      if (event.kind != xml_event::end) continue;
      if (event.value == "date") current.date = text;
      if (event.value == "title") current.title = text;
      if (event.value == "item") yield(current);
    }
  };
}
