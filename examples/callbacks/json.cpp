// Each value of a JSON document with its path. The parser and the printer are both recursive.
#include "json.hpp"

#include <iostream>

using json = deepyield::generator<json_event>;

void print(const std::string& path, const json_event& value, json& events) {
  if (value.kind == json_event::scalar) std::cout << path << " = " << value.text << '\n';
  if (value.kind == json_event::scalar) return;
  for (int i = 0;; ++i) {
    const json_event inner = next(events);
    if (inner.kind == json_event::end) return;
    if (inner.kind == json_event::key)
      print(path + '.' + inner.text, json_event(next(events)), events);
    else
      print(path + '[' + std::to_string(i) + ']', inner, events);
  }
}

int main() {
  for (const char* text : {sample_orders, damaged_orders}) {
    json events = json_events(text);
    try {
      print("$", json_event(next(events)), events);
    } catch (const std::exception& error) {
      std::cout << error.what() << '\n';
    }
  }
}
