// element_iterator: a generator's iterator, and a source's. One pointer wide; a single-pass input
// iterator by every standard's definition.
#pragma once

#include <deepyield/config.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// What `it++` gives: keeps the element that `it` stood on, which the increment has ended.
template <class Value>
class element_before {
 public:
  template <class Reference>  // NOLINTNEXTLINE(bugprone-forwarding-reference-overload): no copies
  explicit element_before(Reference&& element) : element_(std::forward<Reference>(element)) {}
  Value operator*() { return std::move(element_); }

 private:
  Value element_;
};

// What a value may be made from when the element is about to end: a generator<T>'s elements are the
// consumer's, so they are moved.
template <class Yield>
using rvalue_reference_t = std::conditional_t<std::is_reference<Yield>::value, Yield, Yield&&>;

}  // namespace detail

/// Reads a generator's elements. Default-constructed, it is the end. Copies stand on the same
/// element: incrementing one moves them all. The state that it reads, Stream, lives on the
/// generator's stack, so the generator may be moved meanwhile, but not destroyed. After the
/// generator was resumed by `next()`, increment an iterator before reading it. After an exception
/// it equals the end. Its operators are spelt out here, not taken from Boost.StlInterfaces: of
/// these, that would add `!=` alone, and with it an unconstrained `+` and `-` that no single-pass
/// iterator has.
template <class Element, class Stream>
class element_iterator {
 public:
  using iterator_concept = std::input_iterator_tag;
  // also where `*it++` cannot be had: most algorithms never write it
  using iterator_category = std::input_iterator_tag;
  using value_type = std::remove_cv_t<std::remove_reference_t<Element>>;
  using difference_type = std::ptrdiff_t;
  using reference = std::conditional_t<std::is_reference<Element>::value, Element, Element&>;
  using pointer = std::remove_reference_t<Element>*;

  element_iterator() noexcept = default;
  /// Stands on the stream's current element.
  explicit element_iterator(Stream& stream) noexcept : stream_(&stream) {}

  reference operator*() const noexcept { return static_cast<reference>(*operator->()); }
  pointer operator->() const noexcept { return static_cast<pointer>(stream_->current()); }

  BOOST_FORCEINLINE element_iterator& operator++() {
    stream_->advance();
    return *this;
  }

  /// `*it++` is the element that was current: moved out for T and T&&, copied for T& and const T&.
  /// Returns nothing where the value cannot be made so.
  BOOST_FORCEINLINE auto operator++(int) {
    return increment(std::is_constructible<value_type, detail::rvalue_reference_t<Element>>());
  }

  friend bool operator==(element_iterator left, element_iterator right) noexcept {
    return left.at_end() ? right.at_end() : left.stream_ == right.stream_ && !right.at_end();
  }
  friend bool operator!=(element_iterator left, element_iterator right) noexcept {
    return !(left == right);
  }

 private:
  bool at_end() const noexcept { return !stream_ || stream_->at_end(); }

  detail::element_before<value_type> increment(std::true_type) {
    detail::element_before<value_type> before(
        static_cast<detail::rvalue_reference_t<Element>>(*operator->()));
    ++*this;
    return before;
  }
  void increment(std::false_type) { ++*this; }

  Stream* stream_ = nullptr;
};

namespace detail {

/// The iterator over a stream's elements, and what goes with it; of void there are none.
template <class Element, class Stream>
struct iterator_of {
  using type = element_iterator<Element, Stream>;
  using reference = typename type::reference;
  using pointer = typename type::pointer;
  static reference refer_to(pointer element) noexcept { return static_cast<reference>(*element); }
};

template <class Stream>
struct iterator_of<void, Stream> {
  using type = void;
  using reference = void;
  using pointer = bool;
  static void refer_to(bool) noexcept {}
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
