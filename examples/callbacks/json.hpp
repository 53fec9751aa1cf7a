// A recursive-descent parser of JSON as a range of events: it yields from every depth.
#pragma once

#include "json_tokens.hpp"

#include <deepyield/generator.hpp>

struct json_parser {
  json_tokens tokens;
  deepyield::yielder<json_event>& yield;

  void value() {
    if (tokens.take_if('{')) return object();
    if (tokens.take_if('[')) return array();
    yield({json_event::scalar, tokens.take_scalar()});
  }

  void object() {
    yield({json_event::begin_object, ""});
    for (bool more = tokens.next() != '}'; more; more = tokens.take_if(',')) {
      yield({json_event::key, tokens.take_scalar()});
      tokens.take(':');
      value();
    }
    tokens.take('}');
    yield({json_event::end, ""});
  }

  void array() {
    yield({json_event::begin_array, ""});
    for (bool more = tokens.next() != ']'; more; more = tokens.take_if(',')) value();
    tokens.take(']');
    yield({json_event::end, ""});
  }
};

inline deepyield::generator<json_event> json_events(const std::string& text) {
  return [=](deepyield::yielder<json_event>& yield) {
    json_parser parser{json_tokens(text), yield};
    parser.value();
    parser.tokens.take('\0');
  };
}
