// Value types: how an adaptor stores an element that it needs for longer than until the next one.
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/cursor.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/utility/aligned_new.hpp>

#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// The type that stores a `Type`. A tuple or pair of references, as from zip() and enumerate(),
/// becomes one of values; a vector<bool>'s proxy becomes bool; a std::map's pair<const Key, Value>
/// becomes a pair that can be assigned.
template <class Type>
struct stored_value {
  static constexpr bool is_bit = std::is_same<Type, std::vector<bool>::reference>::value ||
                                 std::is_same<Type, std::vector<bool>::const_reference>::value;
  using type = std::conditional_t<is_bit, bool, Type>;
};
template <class Type>
struct stored_value<const Type> : stored_value<Type> {};
template <class Type>
struct stored_value<Type&> : stored_value<Type> {};
template <class Type>
struct stored_value<Type&&> : stored_value<Type> {};
template <class... Part>
struct stored_value<std::tuple<Part...>> {
  using type = std::tuple<typename stored_value<Part>::type...>;
};
template <class First, class Second>
struct stored_value<std::pair<First, Second>> {
  using type = std::pair<typename stored_value<First>::type, typename stored_value<Second>::type>;
};
template <class Range>
using range_value_t = typename stored_value<
    std::remove_cv_t<std::remove_reference_t<range_reference_t<Range>>>>::type;
/// The value type of what Key returns for an element.
template <class Key, class Range>
using key_type_t = typename stored_value<std::decay_t<decltype(std::declval<Key&>()(
    std::declval<std::remove_reference_t<range_reference_t<Range>>&>()))>>::type;

/// Passes an element on to be stored: to be moved if the range gives its elements away, to be
/// copied if the range still uses it.
template <class Range>
decltype(auto) move_or_copy(range_reference_t<Range>&& element) {
  return static_cast<std::conditional_t<
      has_movable_elements<std::remove_cv_t<std::remove_reference_t<Range>>>::value,
      std::remove_reference_t<range_reference_t<Range>>&&, range_reference_t<Range>&&>>(element);
}

/// Returns all elements of a range. A function object: argument-dependent lookup does not find it
/// in a user's calls.
struct to_vector_function {
  template <class Range>
  std::vector<container_element_t<range_value_t<Range>>> operator()(Range& range) const {
    std::vector<range_value_t<Range>> values;
    cursor<Range> elements(range);
    while (elements.next()) values.push_back(detail::move_or_copy<Range>(*elements));
    return values;
  }
};
constexpr to_vector_function to_vector{};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
