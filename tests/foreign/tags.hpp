// What the handlers of both XML parsers yield for a document: its tags in the order in which they
// are read, and the numbers in their attributes.
#pragma once

#include <string>
#include <vector>

const char document[] = "<garden><tree age='80' height='12'/><pond><fish/></pond></garden>";
const char document_with_a_wrong_number[] = "<garden><tree age='80' height='tall'/></garden>";

inline std::vector<std::string> tags_of_document() {
  return {"garden", "tree", "80", "12", "/tree", "pond", "fish", "/fish", "/pond", "/garden"};
}

// Yields a tag, then the value of each attribute; std::stoi throws if that is not a number.
template <class Yielder>
void yield_start_tag(Yielder& yield, const char* name, const char* const* attributes) {
  yield(name);
  for (; attributes && *attributes; attributes += 2)
    yield(std::to_string(std::stoi(attributes[1])));
}

template <class Yielder>
void yield_end_tag(Yielder& yield, const char* name) {
  yield('/' + std::string(name));
}
