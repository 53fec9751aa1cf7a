// What sets this library's ranges apart: next(), elements that may be moved from, a refusal to be
// read twice at once.
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/type_of.hpp>

#include <type_traits>

namespace deepyield {
inline namespace v1 {

template <class Yield, class Send, class Return, class Engine>
class generator;
template <class Yield, class Send, class Return, class Engine>
class shared_generator;
template <class Cursor>
class lazy_range;

namespace detail {

/// Of which ranges `next()` gives the address of the next element: those of this library. The
/// others are read by iterators.
template <class Range>
struct has_next : std::false_type {};
// A generator<T>'s elements are its consumer's, though it refers to them by T&.
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
// Of a cursor that hands its range's elements on, and says so by `base_range`, they are the
// consumer's where the range's are.
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

/// Whether a range's next() would throw already_executing, since this is called from within it.
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
}  // namespace v1
}  // namespace deepyield
