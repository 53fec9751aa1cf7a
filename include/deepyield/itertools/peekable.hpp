// peekable: a range whose next element can be looked at before it is taken. Python: more_itertools.peekable.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>
#include <deepyield/iterator.hpp>

#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// Reads a range; `peek()` looks at what `next()` will give. An input range itself. Element: what the range gives.
template <class Element>
class peekable_range {
 public:
  using iterator = element_iterator<Element, peekable_range>;
  using pointer = typename iterator::pointer;

  explicit peekable_range(generator<Element> elements) noexcept : elements_(std::move(elements)) {}

  /// The address of the next element, good until it is taken and the one after it asked for; nullptr at the end. Throws what the range throws.
  pointer peek() {
    if (!looked_) ahead_ = elements_.next();
    looked_ = true;
    return ahead_;
  }

  /// Takes it.
  pointer next() {
    if (!looked_) return elements_.next();
    looked_ = false;
    return ahead_;
  }

  iterator begin() {
    advance();
    return iterator(*this);
  }
  iterator end() const noexcept { return iterator(); }

 private:
  friend iterator;
  void advance() { current_ = next(); }
  void* current() const noexcept { return detail::untyped(current_); }

  generator<Element> elements_;
  pointer ahead_ = nullptr;
  pointer current_ = nullptr;
  bool looked_ = false;
};

///   auto numbers = itertools::peekable(count_up_to(3));
///   while (numbers.peek() && *numbers.peek() < 3) numbers.next();
///   std::cout << *numbers.next();  // 3
template <class Range>
peekable_range<detail::reference_t<Range>> peekable(Range&& range) {
  using element = detail::reference_t<Range>;
  return peekable_range<element>([range = detail::hold(std::forward<Range>(range))](yielder<element>& yield) mutable { detail::yield_all(*range, yield); });
}

///   auto numbers = count_up_to(3) | itertools::peekable();
inline auto peekable() {
  return detail::awaiting_range([](auto&& range) { return itertools::peekable(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
