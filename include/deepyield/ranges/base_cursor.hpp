// base_cursor: a range that an adaptor reads, and the position in it.
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/cursor.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>
#include <deepyield/utility/unique_ptr.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// An all_t and its reader, on the heap. The reader's iterators may point into a container that the
/// all_t owns, so neither may move with this object.
template <class Range, bool = has_next<Range>::value>
class view_cursor {
 public:
  explicit view_cursor(all_t<Range> range) : state_(unique_ptr<state>::make(std::move(range))) {}
  bool next() { return state_->elements.next(); }
  decltype(auto) operator*() { return *state_->elements; }
  bool executing() const noexcept { return false; }

 private:
  struct state {
    explicit state(all_t<Range> held) : range(std::move(held)), elements(*range) {}
    all_t<Range> range;
    cursor<Range> elements;
  };
  unique_ptr<state> state_;
};

// Whether moving a range leaves its elements where they are. A generator's elements belong to its
// body.
template <class Range>
struct has_stable_elements : std::false_type {};
template <class Yield, class Send, class Return, class Engine>
struct has_stable_elements<generator<Yield, Send, Return, Engine>> : std::true_type {};
template <class Yield, class Send, class Return, class Engine>
struct has_stable_elements<shared_generator<Yield, Send, Return, Engine>> : std::true_type {};

// Whether a cursor has current(), which finds its element even after the cursor was moved.
template <class Cursor, class = void>
struct has_current : std::false_type {};
template <class Cursor>
struct has_current<Cursor, decltype(static_cast<void>(std::declval<Cursor&>().current()))>
    : std::true_type {};
template <class Cursor>
struct has_stable_elements<lazy_range<Cursor>> : has_current<Cursor> {};

// An all_t on the heap: moving this moves the pointer only.
template <class Range>
class stable_view {
 public:
  explicit stable_view(all_t<Range> range)
      : range_(unique_ptr<all_t<Range>>::make(std::move(range))) {}
  Range& operator*() noexcept { return **range_; }

 private:
  unique_ptr<all_t<Range>> range_;
};
template <class Range>
using stable_all_t =
    std::conditional_t<has_stable_elements<Range>::value, all_t<Range>, stable_view<Range>>;

template <class Range>
class view_cursor<Range, true> {
 public:
  explicit view_cursor(all_t<Range> range) : range_(std::move(range)) {}
  DEEPYIELD_INLINED view_cursor(view_cursor&&) = default;
  DEEPYIELD_INLINED ~view_cursor() = default;
  DEEPYIELD_INLINED bool next() {
    element_ = (*range_).next();
    return element_ != nullptr;
  }
  range_reference_t<Range> operator*() const {
    return static_cast<range_reference_t<Range>>(*element_);
  }
  DEEPYIELD_INLINED bool executing() { return detail::is_executing<Range>(*range_); }

 private:
  stable_all_t<Range> range_;
  typename Range::pointer element_ = nullptr;
};

// A lazy range keeps its own position, so its element is not stored here.
template <class Cursor>
class view_cursor<lazy_range<Cursor>, true> {
  using range_type = lazy_range<Cursor>;

 public:
  explicit view_cursor(all_t<range_type> range) : range_(std::move(range)) {}
  DEEPYIELD_INLINED view_cursor(view_cursor&&) = default;
  view_cursor& operator=(view_cursor&&) = default;
  DEEPYIELD_INLINED ~view_cursor() = default;
  DEEPYIELD_INLINED bool next() {
    (*range_).advance();
    return static_cast<bool>((*range_).position_);
  }
  range_reference_t<range_type> operator*() {
    return static_cast<range_reference_t<range_type>>(*(*range_).element());
  }
  DEEPYIELD_INLINED bool executing() { return (*range_).executing(); }
  /// Throws already_executing if the range is being read already.
  DEEPYIELD_INLINED void refuse_reentry() { (*range_).refuse_reentry(); }

 private:
  stable_all_t<range_type> range_;
};

template <class Range>
class view_cursor<Range&, false> : public cursor<Range> {
 public:
  explicit view_cursor(all_t<Range&> range) : cursor<Range>(*range) {}
};

// The current element of a base_cursor: converted from the range's element, and stored here ...
template <class Element, bool>
class base_element {
 public:
  template <class Elements>
  DEEPYIELD_INLINED std::remove_reference_t<Element>* take(Elements& elements) {
    return made_.emplace_from([&]() -> Element { return static_cast<Element>(*elements); });
  }
  template <class Elements>
  std::remove_reference_t<Element>* at(Elements&) noexcept {
    return made_.get();
  }

 private:
  current_element<Element> made_;
};

// ... or the range's own element, whose address the range knows.
template <class Element>
class base_element<Element, true> {
 public:
  template <class Elements>
  DEEPYIELD_INLINED std::remove_reference_t<Element>* take(Elements& elements) {
    return at(elements);
  }
  template <class Elements>
  std::remove_reference_t<Element>* at(Elements& elements) noexcept {
    auto&& element = *elements;
    return std::addressof(element);
  }
};

/// Reads a range for an adaptor. Range: the type that a forwarding reference deduces. Element: the
/// type to which the adaptor converts the range's elements.
template <class Range, class Element = range_reference_t<Range>>
class base_cursor {
 public:
  using element_type = Element;

  explicit base_cursor(all_t<Range> range) : elements_(std::move(range)) {}
  DEEPYIELD_INLINED base_cursor(base_cursor&&) = default;
  DEEPYIELD_INLINED ~base_cursor() = default;

  /// Advances to the next element. Returns whether there is one.
  DEEPYIELD_INLINED bool advance() { return elements_.next(); }
  /// The element, as the range gives it.
  decltype(auto) operator*() { return *elements_; }
  /// Whether the range is being read already, so that advance() throws already_executing.
  DEEPYIELD_INLINED bool executing() { return elements_.executing(); }

  /// Advances. Returns the address of the next element, or nullptr at the end. It is valid until
  /// the next call, or until this is moved.
  DEEPYIELD_INLINED std::remove_reference_t<Element>* next() {
    return elements_.next() ? element_.take(elements_) : nullptr;
  }
  /// The address of the current element.
  std::remove_reference_t<Element>* current() noexcept { return element_.at(elements_); }

 private:
  view_cursor<Range> elements_;
  base_element<Element,
               has_next<Range>::value && std::is_same<Element, range_reference_t<Range>>::value>
      element_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
