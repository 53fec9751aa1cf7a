// peekable: a range whose next element can be looked at before it is taken. Python: more_itertools.peekable.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/iterator.hpp>
#include <deepyield/lazy_range.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// Reads a range; `peek()` looks at what `next()` will give. An input range itself. Its elements are what the range gives.
template <class Range>
class peekable_range {
 public:
  using element_type = detail::reference_t<Range>;
  using iterator = element_iterator<element_type, peekable_range>;
  using pointer = typename iterator::pointer;

  explicit peekable_range(lazy_range<detail::pulled<Range>> elements) : elements_(std::make_unique<lazy_range<detail::pulled<Range>>>(std::move(elements))) {}

  /// The address of the next element, good until it is taken and the one after it asked for; nullptr at the end. Throws what the range throws.
  pointer peek() {
    if (!looked_) ahead_ = elements_->next();
    looked_ = true;
    return ahead_;
  }

  /// Takes it.
  pointer next() {
    if (!looked_) return elements_->next();
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
  void advance() {
    current_ = nullptr;
    current_ = next();
  }
  void* current() const noexcept { return detail::untyped(current_); }
  bool at_end() const noexcept { return !current_; }

  std::unique_ptr<lazy_range<detail::pulled<Range>>> elements_;  // what was peeked at may lie in it
  pointer ahead_ = nullptr;
  pointer current_ = nullptr;
  bool looked_ = false;
};

///   auto numbers = itertools::peekable(count_up_to(3));
///   while (numbers.peek() && *numbers.peek() < 3) numbers.next();
///   std::cout << *numbers.next();  // 3
template <class Range>
peekable_range<Range> peekable(Range&& range) {
  return peekable_range<Range>(detail::lazily<detail::pulled<Range>>(detail::hold(std::forward<Range>(range))));
}

///   auto numbers = count_up_to(3) | itertools::peekable();
inline auto peekable() {
  return detail::awaiting_range([](auto&& range) { return itertools::peekable(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools

namespace detail {

template <class Range>
struct has_next<itertools::peekable_range<Range>> : std::true_type {};
template <class Range>
struct gives_away<itertools::peekable_range<Range>> : gives_away<std::remove_cv_t<std::remove_reference_t<Range>>> {};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
