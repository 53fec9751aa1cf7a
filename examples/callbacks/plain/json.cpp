// The parser with a callback. What is worse:
// - Only one of the two can be recursive: the printer keeps its place in a stack by hand.
// - The printer takes each event without knowing where it is, and asks its stack.
// - To leave early, each function of the parser would have to return whether to go on.
#include "../json_tokens.hpp"

#include <functional>
#include <iostream>
#include <vector>

struct json_parser {
  json_tokens tokens;
  std::function<void(const json_event&)> on_event;

  void value() {
    if (tokens.take_if('{')) return object();
    if (tokens.take_if('[')) return array();
    on_event({json_event::scalar, tokens.take_scalar()});
  }

  void object() {
    on_event({json_event::begin_object, ""});
    for (bool more = tokens.next() != '}'; more; more = tokens.take_if(',')) {
      on_event({json_event::key, tokens.take_scalar()});
      tokens.take(':');
      value();
    }
    tokens.take('}');
    on_event({json_event::end, ""});
  }

  void array() {
    on_event({json_event::begin_array, ""});
    for (bool more = tokens.next() != ']'; more; more = tokens.take_if(',')) value();
    tokens.take(']');
    on_event({json_event::end, ""});
  }
};

class printer {
 public:
  void operator()(const json_event& event) {
    if (event.kind == json_event::end) return open_.pop_back();
    if (event.kind == json_event::key) {
      key_ = event.text;
      return;
    }
    std::string path = "$";
    if (!open_.empty()) {
      container& outer = open_.back();
      path =
          outer.path + (outer.is_array ? '[' + std::to_string(outer.values++) + ']' : '.' + key_);
    }
    if (event.kind == json_event::scalar) std::cout << path << " = " << event.text << '\n';
    if (event.kind == json_event::scalar) return;
    open_.push_back({path, event.kind == json_event::begin_array, 0});
  }

 private:
  struct container {
    std::string path;
    bool is_array;
    int values;  // so far
  };
  std::vector<container> open_;
  std::string key_;
};

int main() {
  for (const char* text : {sample_orders, damaged_orders}) {
    json_parser parser{json_tokens(text), printer()};
    try {
      parser.value();
      parser.tokens.take('\0');
    } catch (const std::exception& error) {
      std::cout << error.what() << '\n';
    }
  }
}
