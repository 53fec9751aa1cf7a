// Traits of ranges: whether a type is one, and the types of its iterators and elements. begin() and
// end() are found by argument-dependent lookup.
#pragma once

#include <deepyield/config.hpp>

#include <iterator>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Adaptor>
struct adaptor_closure;
class refused;

// Argument-dependent lookup does not find functions in this namespace.
namespace range_access {

using std::begin;
using std::end;

// Their begin() is only for the error message.
template <class Adaptor>
void begin_of(adaptor_closure<Adaptor>&) = delete;
template <class Adaptor>
void begin_of(const adaptor_closure<Adaptor>&) = delete;
void begin_of(refused&) = delete;
void begin_of(const refused&) = delete;

template <class Range>
auto begin_of(Range& range) -> decltype(begin(range)) {
  return begin(range);
}
template <class Range>
auto end_of(Range& range) -> decltype(end(range)) {
  return end(range);
}

}  // namespace range_access

template <class Range>
using iterator_t =
    decltype(range_access::begin_of(std::declval<std::remove_reference_t<Range>&>()));
/// The type of `*it`. Adaptors that pass elements on give exactly this type.
template <class Range>
using range_reference_t = decltype(*std::declval<iterator_t<Range>&>());
/// A pointer to an element.
template <class Range>
using range_pointer_t = std::remove_reference_t<range_reference_t<Range>>*;

template <class Range, class = void>
struct is_range : std::false_type {};
template <class Range>
struct is_range<Range,
                decltype(static_cast<void>(
                    range_access::begin_of(std::declval<std::remove_reference_t<Range>&>()) !=
                    range_access::end_of(std::declval<std::remove_reference_t<Range>&>())))>
    : std::true_type {};

template <class Range>
using if_range = std::enable_if_t<is_range<Range>::value, int>;

/// Whether the argument is no range. A pointer to objects counts as a range: an array passed by
/// value decays to one.
template <class Argument>
struct is_no_range
    : std::integral_constant<bool, !is_range<Argument>::value &&
                                       (!std::is_pointer<Argument>::value ||
                                        std::is_function<std::remove_pointer_t<Argument>>::value)> {
};
template <class Function>
using if_function = std::enable_if_t<is_no_range<Function>::value, int>;

template <class... Argument>
struct begins_with_range : std::false_type {};
template <class First, class... Rest>
struct begins_with_range<First, Rest...>
    : std::integral_constant<bool, !is_no_range<First>::value> {};

template <class... Range>
struct are_ranges;
template <>
struct are_ranges<> : std::true_type {};
template <class First, class... Rest>
struct are_ranges<First, Rest...>
    : std::conditional_t<is_range<First>::value, are_ranges<Rest...>, std::false_type> {};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
