// peekable: a range whose next element can be looked at before it is taken. Python:
// more_itertools.peekable.
#pragma once

#include <deepyield/iterator.hpp>
#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/own_ranges.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace itertools {

/// Reads a range; `peek()` looks at what `next()` will give. It is an input range itself, with the
/// elements of the range.
template <class Range>
class DEEPYIELD_NODISCARD peekable_range {
  using elements_type = detail::view_cursor<lazy_range<detail::base_cursor<Range>>>;

 public:
  using element_type = detail::range_reference_t<Range>;
  using iterator = element_iterator<element_type, peekable_range>;
  using pointer = typename iterator::pointer;

  DEEPYIELD_INLINED explicit peekable_range(lazy_range<detail::base_cursor<Range>> elements)
      : elements_(detail::all(std::move(elements))) {}
  DEEPYIELD_INLINED peekable_range(peekable_range&& other) noexcept(
      std::is_nothrow_move_constructible<elements_type>::value)
      : elements_(std::move(other.elements_)), at_(std::exchange(other.at_, position())) {}
  peekable_range& operator=(peekable_range&& other) noexcept(
      std::is_nothrow_move_assignable<elements_type>::value) {
    elements_ = std::move(other.elements_);
    at_ = std::exchange(other.at_, position());
    return *this;
  }
  DEEPYIELD_INLINED ~peekable_range() = default;

  /// Returns the address of the next element without taking it; nullptr at the end. It is valid
  /// until the element is taken and the one after it asked for. What next() or an iterator gave
  /// before is no longer valid: the range has advanced. Throws what the range throws.
  DEEPYIELD_INLINED pointer peek() {
    if (!at_.looked) read_next();
    at_.looked = true;
    return element();
  }

  /// Takes the next element. Returns its address; nullptr at the end.
  DEEPYIELD_INLINED pointer next() {
    if (!at_.looked) read_next();
    at_.looked = false;
    return element();
  }

  DEEPYIELD_INLINED iterator begin() {
    advance();
    return iterator(*this);
  }
  iterator end() const noexcept { return iterator(); }

 private:
  friend iterator;
  friend detail::execution<peekable_range>;
  struct position {
    bool looked = false;  // peek() was called, but not next() since
    bool stands = false;  // there is a current element
    bool taken = false;   // the iterators are at an element
  };

  DEEPYIELD_INLINED void read_next() {
    at_.stands = false;
    at_.stands = elements_.next();
  }
  pointer address() const {
    return std::addressof(static_cast<std::remove_reference_t<element_type>&>(*elements_));
  }
  pointer element() const { return at_.stands ? address() : nullptr; }

  DEEPYIELD_INLINED void advance() {
    elements_.refuse_reentry();  // before its iterators are told that they have ended
    at_.taken = false;
    at_.taken = next() != nullptr;
  }
  void* current() const noexcept { return detail::untyped(address()); }
  bool at_end() const noexcept { return !at_.taken; }

  mutable elements_type elements_;
  position at_;
};

}  // namespace itertools

namespace detail {

template <class Range>
struct has_next<itertools::peekable_range<Range>> : std::true_type {};
template <class Range>
struct execution<itertools::peekable_range<Range>> {
  static DEEPYIELD_INLINED bool of(const itertools::peekable_range<Range>& range) {
    return range.elements_.executing();
  }
};
template <class Range>
struct has_movable_elements<itertools::peekable_range<Range>>
    : has_movable_elements<std::remove_cv_t<std::remove_reference_t<Range>>> {};

struct peekable_function : takes_range_only<any_elements> {
  template <class Range, if_range<Range> = 0>
  DEEPYIELD_INLINED itertools::peekable_range<Range> operator()(Range&& range) const {
    return itertools::peekable_range<Range>(
        detail::make_lazy_range<base_cursor<Range>>(detail::all(std::forward<Range>(range))));
  }
};

}  // namespace detail

namespace itertools {

/// The range, with peek(): the address of what next() will give, or nullptr at the end.
///
///   auto numbers = itertools::peekable(count_up_to(3));
///   while (numbers.peek() && *numbers.peek() < 3) numbers.next();
///   std::cout << *numbers.next();  // 3
///   auto piped = count_up_to(3) | itertools::peekable();
constexpr detail::range_first<detail::peekable_function> peekable{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
