#include "lines.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

namespace logs {
namespace {

using boost::string_view;

// What has come so far of a line that crosses chunks.
class beginning {
 public:
  void append(string_view more) {
    is_cut_ = is_cut_ || text_.size() + more.size() > longest_line;
    more = more.substr(0, longest_line - text_.size());
    text_.append(more.data(), more.size());
  }
  bool empty() const noexcept { return text_.empty(); }
  string_view text() const noexcept { return text_; }
  bool is_cut() const noexcept { return is_cut_; }
  void clear() noexcept {
    text_.clear();
    is_cut_ = false;
  }

 private:
  std::string text_;
  bool is_cut_ = false;
};

line make_line(std::uint64_t number, string_view text, bool is_cut) {
  if (!is_cut && !text.empty() && text.back() == '\r') text.remove_suffix(1);
  return {number, text, is_cut};
}

}  // namespace

static_assert(chunk_size <= longest_line, "a line within a chunk is never too long");

deepyield::generator<const line&> lines_of(chunk_generator input) {
  return [input = std::move(input)](deepyield::yielder<const line&>& yield) mutable {
    std::uint64_t number = 0;
    beginning begun;
    try {
      for (chunk rest : input) {
        if (rest.empty()) {
          yield(line());
          continue;
        }
        // A line that lies within the chunk is yielded where it lies.
        while (const void* newline = std::memchr(rest.data(), '\n', rest.size())) {
          const auto size =
              static_cast<std::size_t>(static_cast<const char*>(newline) - rest.data());
          if (begun.empty()) {
            yield(make_line(++number, rest.substr(0, size), false));
          } else {
            begun.append(rest.substr(0, size));
            yield(make_line(++number, begun.text(), begun.is_cut()));
            begun.clear();
          }
          rest.remove_prefix(size + 1);
        }
        begun.append(rest);
      }
    } catch (input_error& error) {
      error.cuts_a_line_off = !begun.empty();
      throw;
    }
    if (!begun.empty()) yield(make_line(++number, begun.text(), begun.is_cut()));
  };
}

}  // namespace logs
