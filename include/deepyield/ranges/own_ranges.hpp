// Traits of this library's ranges: whether they have next(), whether their elements may be moved
// from, and whether they are being read already.
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/type_of.hpp>

#include <type_traits>

namespace deepyield {
inline namespace v2 {

template <class Yield, class Send, class Return, class Engine>
class generator;
template <class Yield, class Send, class Return, class Engine>
class shared_generator;
template <class Cursor>
class lazy_range;

namespace detail {

/// Whether a range's `next()` returns the address of the next element, as for the ranges of this
/// library. Other ranges are read by iterators.
template <class Range>
struct has_next : std::false_type {};
// Whether a consumer may move from the elements. For a generator<T> it may, although the reference
// type is T&.
template <class Range>
struct has_movable_elements
    : std::integral_constant<bool, !std::is_lvalue_reference<range_reference_t<Range>>::value> {};

template <class Yield, class Send, class Return, class Engine>
struct has_next<generator<Yield, Send, Return, Engine>> : std::true_type {};
template <class Yield, class Send, class Return, class Engine>
struct has_movable_elements<generator<Yield, Send, Return, Engine>>
    : std::integral_constant<bool, !std::is_lvalue_reference<Yield>::value> {};
template <class Yield, class Send, class Return, class Engine>
struct has_next<shared_generator<Yield, Send, Return, Engine>> : std::true_type {};
template <class Yield, class Send, class Return, class Engine>
struct has_movable_elements<shared_generator<Yield, Send, Return, Engine>>
    : std::integral_constant<bool, !std::is_lvalue_reference<Yield>::value> {};
template <class Cursor>
struct has_next<lazy_range<Cursor>> : std::true_type {};
// A cursor with a `base_range` passes on the elements of that range: they may be moved from if
// those of the range may.
template <class Cursor, class = void>
struct forwards_movable : std::false_type {};
template <class Cursor>
struct forwards_movable<Cursor, decltype(static_cast<void>(type_of<typename Cursor::base_range>()))>
    : has_movable_elements<std::remove_cv_t<std::remove_reference_t<typename Cursor::base_range>>> {
};
template <class Cursor>
struct has_movable_elements<lazy_range<Cursor>>
    : std::integral_constant<bool,
                             !std::is_lvalue_reference<typename Cursor::element_type>::value ||
                                 forwards_movable<Cursor>::value> {};

/// Whether a range is being read already, so that its next() throws already_executing.
template <class Range>
struct execution {
  static bool of(const Range&) noexcept { return false; }
};
template <class Generator>
struct execution_of_body {
  static DEEPYIELD_INLINED bool of(const Generator& g) noexcept {
    return g.state() == decltype(g.state())::running;
  }
};
template <class Yield, class Send, class Return, class Engine>
struct execution<generator<Yield, Send, Return, Engine>>
    : execution_of_body<generator<Yield, Send, Return, Engine>> {};
template <class Yield, class Send, class Return, class Engine>
struct execution<shared_generator<Yield, Send, Return, Engine>>
    : execution_of_body<shared_generator<Yield, Send, Return, Engine>> {};
template <class Cursor>
struct execution<lazy_range<Cursor>> {
  static DEEPYIELD_INLINED bool of(const lazy_range<Cursor>& range) { return range.executing(); }
};
template <class Range>
DEEPYIELD_INLINED bool is_executing(const std::remove_reference_t<Range>& range) {
  return execution<std::remove_cv_t<std::remove_reference_t<Range>>>::of(range);
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
