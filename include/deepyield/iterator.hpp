// generator_iterator: a generator's iterator. One pointer wide; a single-pass input iterator by every standard's definition.
#pragma once

#include <deepyield/detail/coroutine.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// What `it++` gives: keeps the element that `it` stood on, which the increment has ended.
template <class Value>
class element_before {
 public:
  template <class Reference>
  explicit element_before(Reference&& element) : element_(std::forward<Reference>(element)) {}
  Value operator*() { return std::move(element_); }

 private:
  Value element_;
};

// What a value may be made from when the element is about to end: a generator<T>'s elements are the consumer's, so they are moved.
template <class Yield>
using parting_reference = std::conditional_t<std::is_reference<Yield>::value, Yield, Yield&&>;

}  // namespace detail

/// Reads a generator's elements. Default-constructed, it is the end. Copies stand on the same element: incrementing one moves them all.
/// The state that it reads lives on the generator's stack, so the generator may be moved meanwhile, but not destroyed.
/// After the generator was resumed by `next()`, increment an iterator before reading it. After an exception it equals the end.
/// Its operators are spelt out here, not taken from Boost.StlInterfaces: of these, that would add `!=` alone, and with it an unconstrained `+`
/// and `-` that no single-pass iterator has.
template <class Yield, class Engine>
class generator_iterator {
 public:
  using iterator_concept = std::input_iterator_tag;
  using iterator_category = std::input_iterator_tag;  // also where `*it++` cannot be had: most algorithms never write it
  using value_type = std::remove_cv_t<std::remove_reference_t<Yield>>;
  using difference_type = std::ptrdiff_t;
  using reference = std::conditional_t<std::is_reference<Yield>::value, Yield, Yield&>;
  using pointer = std::remove_reference_t<Yield>*;

  generator_iterator() noexcept = default;

  reference operator*() const noexcept { return static_cast<reference>(*operator->()); }
  pointer operator->() const noexcept { return static_cast<pointer>(coroutine_->current()); }

  BOOST_FORCEINLINE generator_iterator& operator++() {
    coroutine_->advance();
    return *this;
  }

  /// `*it++` is the element that was current: moved out for T and T&&, copied for T& and const T&.
  /// Returns nothing where the value cannot be made so.
  BOOST_FORCEINLINE auto operator++(int) { return increment(std::is_constructible<value_type, detail::parting_reference<Yield>>()); }

  friend bool operator==(generator_iterator left, generator_iterator right) noexcept {
    return left.at_end() ? right.at_end() : left.coroutine_ == right.coroutine_ && !right.at_end();
  }
  friend bool operator!=(generator_iterator left, generator_iterator right) noexcept { return !(left == right); }

 private:
  template <class, class, class, class>
  friend class generator;

  explicit generator_iterator(detail::coroutine<Engine>& coroutine) noexcept : coroutine_(&coroutine) {}

  bool at_end() const noexcept { return !coroutine_ || !coroutine_->current(); }

  detail::element_before<value_type> increment(std::true_type) {
    detail::element_before<value_type> before(static_cast<detail::parting_reference<Yield>>(*operator->()));
    ++*this;
    return before;
  }
  void increment(std::false_type) { ++*this; }

  detail::coroutine<Engine>* coroutine_ = nullptr;
};

}  // namespace v1
}  // namespace deepyield
