// JSON's tokens, and the events that its parsers report.
#pragma once

#include <cctype>
#include <stdexcept>
#include <string>
#include <utility>

struct json_event {
  enum kinds { begin_object, begin_array, end, key, scalar } kind;
  std::string text;  // of a key or scalar
};

class json_tokens {
 public:
  explicit json_tokens(std::string text) : text_(std::move(text)) {}

  // What follows; '\0' at the end.
  char next() {
    while (std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    return text_[at_];
  }
  bool take_if(char c) { return next() == c && (++at_, true); }
  void take(char c) {
    if (!take_if(c)) fail(c ? std::string(1, c) : "the end");
  }
  // A string, without its escapes; otherwise a number, true, false or null, unchecked.
  std::string take_scalar() {
    std::string result;
    const bool is_string = take_if('"');
    if (!is_string && !is_in_word()) fail("a value");
    while (is_string ? text_[at_] != '"' : is_in_word()) {
      if (is_string && text_[at_] == '\\') ++at_;
      if (at_ == text_.size()) fail("the end of a string");
      result += text_[at_++];
    }
    at_ += is_string;
    return result;
  }

 private:
  bool is_in_word() const {
    const char c = text_[at_];
    return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '+' || c == '.';
  }
  [[noreturn]] void fail(const std::string& missing) const {
    throw std::runtime_error("at " + std::to_string(at_) + ": " + missing + " is missing");
  }

  const std::string text_;
  std::size_t at_ = 0;
};

const char* const sample_orders = R"({
  "shop": "The Reading Room",
  "orders": [
    {"id": 17, "customer": "Ada", "books": ["Notes on the Engine"]},
    {"id": 18, "customer": "Grace", "books": [], "express": true}
  ]
})";
const char* const damaged_orders =
    R"({"shop": "The Reading Room", "orders": [{"id": 19 "customer"}]})";
