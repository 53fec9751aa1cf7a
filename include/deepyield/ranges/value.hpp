// Values: what an adaptor keeps of an element beyond the next one.
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
inline namespace v1 {
namespace detail {

/// What an adaptor keeps of a Type beyond the next element: of a tuple or pair of references, as
/// those of zip() and enumerate(), the values; of a vector<bool>'s proxy, the bool; of a std::map's
/// pair<const Key, Value> a pair that can be assigned.
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
/// What Key makes of an element, as a value.
template <class Key, class Range>
using key_type_t = typename stored_value<std::decay_t<decltype(std::declval<Key&>()(
    std::declval<std::remove_reference_t<range_reference_t<Range>>&>()))>>::type;

/// What to keep an element by: it is moved where the range gives it away, and copied where that
/// goes on using it.
template <class Range>
decltype(auto) move_or_copy(range_reference_t<Range>&& element) {
  return static_cast<std::conditional_t<
      has_movable_elements<std::remove_cv_t<std::remove_reference_t<Range>>>::value,
      std::remove_reference_t<range_reference_t<Range>>&&, range_reference_t<Range>&&>>(element);
}

/// All elements of a range. An object, lest argument-dependent lookup finds a function of this name
/// beside a user's.
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
}  // namespace v1
}  // namespace deepyield
