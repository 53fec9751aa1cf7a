// What the kinds of adaptors check of their arguments. See refusal.hpp.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/common_reference.hpp>
#include <deepyield/ranges/refusal.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/identity.hpp>
#include <deepyield/utility/type_of.hpp>

#include <cstddef>
#include <functional>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

// adaptor(function, range). Signature: the reason that shows how the adaptor is called. Check:
// whether a function fits a range.

template <class Signature, class Function>
using why_no_function = std::conditional_t<
    std::is_member_pointer<Function>::value, member_is_called,
    std::conditional_t<std::is_same<Function, refused>::value, refused_before, Signature>>;
template <class Signature, class Function, class Range>
using why_no_range_second = std::conditional_t<may_be_function<std::decay_t<Range>>::value &&
                                                   !may_be_function<std::decay_t<Function>>::value,
                                               Signature, no_range<Range>>;

template <class Signature, template <class, class, class> class Check, class... Argument>
struct function_first_check : Signature {};
template <class Signature, template <class, class, class> class Check, class Function>
struct function_first_check<Signature, Check, Function>
    : std::conditional_t<may_be_function<std::decay_t<Function>>::value, accepted,
                         why_no_function<Signature, std::decay_t<Function>>> {};
template <class Signature, template <class, class, class> class Check, class Function, class Range>
struct function_first_check<Signature, Check, Function, Range>
    : std::conditional_t<range_check<Range>::value, Check<Signature, std::decay_t<Function>, Range>,
                         why_no_range_second<Signature, Function, Range>> {};

// adaptor(range, argument...).

template <class Adaptor, bool BeginsWithRange, class... Argument>
struct range_first_check : Adaptor::template check<Argument...> {};
template <class Adaptor, class... Argument>
struct range_first_check<Adaptor, false, Argument...>
    : Adaptor::template closure_check<Argument...> {};

/// Why a call without a range is none of a closure. What stands in the range's place may tell more
/// than how the adaptor is called.
template <class Signature, class... Argument>
struct why_no_closure : Signature {};
template <class Signature, class First>
struct why_no_closure<Signature, First> : no_range<First> {};
template <class Signature, class First, class Second, class... Rest>
struct why_no_closure<Signature, First, Second, Rest...>
    : std::conditional_t<std::is_base_of<function_is_no_range, no_range<First>>::value ||
                             std::is_base_of<number_is_no_range, no_range<First>>::value ||
                             std::is_base_of<argument_is_no_range, no_range<First>>::value,
                         Signature, no_range<First>> {};

struct takes_one_range : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met, "deepyield: this adaptor takes a range and nothing else.");
    return {};
  }
};

template <class Range>
struct any_elements : accepted {};

/// adaptor(range). Check: whether the range's elements will do.
template <template <class> class Check>
struct takes_range_only {
  template <class Range, class... Other>
  using check =
      all_checks<range_check<Range>,
                 std::conditional_t<sizeof...(Other) == 0, Check<Range>, takes_one_range>>;
  template <class... Argument>
  using closure_check = std::conditional_t<sizeof...(Argument) == 0, accepted,
                                           why_no_closure<takes_one_range, Argument...>>;
};

/// adaptor(range, number...).
template <class Signature, std::size_t Least, std::size_t Most,
          template <class> class Check = any_elements>
struct takes_numbers {
  template <class... Number>
  using numbers_check =
      std::conditional_t<(sizeof...(Number) >= Least) && (sizeof...(Number) <= Most) &&
                             all_checks<is_number<std::decay_t<Number>>...>::value,
                         accepted, Signature>;
  template <class Range, class... Number>
  using check = all_checks<range_check<Range>, numbers_check<Number...>, Check<Range>>;
  template <class... Argument>
  using closure_check = std::conditional_t<numbers_check<Argument...>::value, accepted,
                                           why_no_closure<Signature, Argument...>>;
};

template <class Signature, class... Argument>
struct key_closure_check : why_no_closure<Signature, Argument...> {};
template <class Signature>
struct key_closure_check<Signature> : accepted {};
template <class Signature, class Key>
struct key_closure_check<Signature, Key>
    : std::conditional_t<may_be_function<std::decay_t<Key>>::value, accepted,
                         std::conditional_t<std::is_member_pointer<std::decay_t<Key>>::value,
                                            member_is_called, why_no_closure<Signature, Key>>> {};

/// adaptor(range, key), with or without the key. Check: whether the key fits the range.
template <class Signature, template <class, class, class> class Check, class Default = identity>
struct takes_key {
  template <class Range, class Key = Default, class... Other>
  using check =
      all_checks<range_check<Range>,
                 std::conditional_t<sizeof...(Other) == 0,
                                    Check<Signature, std::decay_t<Key>, Range>, Signature>>;
  template <class... Argument>
  using closure_check = key_closure_check<Signature, Argument...>;
};

// Several ranges.

struct elements_have_nothing_in_common : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: the elements of these ranges convert to no common type "
                  "(std::common_type): make them one type with map() first.");
    return {};
  }
};
template <class Values, class = void>
struct common_type_check : elements_have_nothing_in_common {};
template <class... Value>
struct common_type_check<arguments<Value...>,
                         decltype(static_cast<void>(type_of<std::common_type_t<Value...>>()))>
    : accepted {};
template <class... Range>
struct common_value_check : common_type_check<arguments<range_value_t<Range>...>> {};
template <>
struct common_value_check<> : accepted {};

template <class... Range>
using ranges_check = all_checks<range_check<Range>...>;
/// Ranges whose elements become one type.
template <class... Range>
using common_element_check = all_checks<range_check<Range>..., common_value_check<Range...>>;

struct elements_are_no_ranges : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this adaptor takes a range of ranges, and the elements of this one "
                  "are no ranges. Without _from_iterable, its name takes the ranges themselves.");
    return {};
  }
};
template <class Ranges>
using inner_range_t = std::remove_reference_t<range_reference_t<Ranges>>;
/// Checks that elements are ranges.
template <class Ranges>
struct inner_range_check
    : std::conditional_t<is_range<inner_range_t<Ranges>>::value, accepted, elements_are_no_ranges> {
};

// Elements that an adaptor keeps.

struct elements_are_not_copied : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this adaptor keeps elements, and these can only be moved, but the "
                  "range keeps them. Give it a range of pointers, or one that gives its elements "
                  "away, as generator<T>.");
    return {};
  }
};
struct elements_are_given_again : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this adaptor gives an element more than once, so it copies them, and "
                  "these cannot be copied and assigned. Give it a range of pointers to them.");
    return {};
  }
};
/// Checks that elements can be stored: moved out of a range that gives them away, else copied.
template <class Range>
struct kept_elements
    : std::conditional_t<
          std::is_constructible<range_value_t<Range>,
                                decltype(detail::move_or_copy<Range>(
                                    std::declval<range_reference_t<Range>>()))>::value,
          accepted, elements_are_not_copied> {};
template <class... Range>
using kept_elements_check = all_checks<range_check<Range>..., kept_elements<Range>...>;
/// Checks that elements can be given again and again.
template <class Range>
struct copied_elements
    : std::conditional_t<std::is_copy_constructible<range_value_t<Range>>::value &&
                             std::is_copy_assignable<range_value_t<Range>>::value,
                         kept_elements<Range>, elements_are_given_again> {};

// Keys and comparisons.

struct keys_have_no_equality : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this adaptor compares elements by ==, and they have none. Define it, "
                  "or pass a key: adaptor(range, key), where key(element) can be compared.");
    return {};
  }
};
struct keys_have_no_hash : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: unique_everseen() needs std::hash and == of what it compares. "
                  "Specialise std::hash, or pass a key that has one: unique_everseen(range, key).");
    return {};
  }
};
template <class Key, class = void>
struct equality_check : keys_have_no_equality {};
template <class Key>
struct equality_check<Key, decltype(static_cast<void>(static_cast<bool>(
                               std::declval<Key&>() == std::declval<Key&>())))> : accepted {};
template <class Key, class = void>
struct hash_check : keys_have_no_hash {};
template <class Key>
struct hash_check<Key, decltype(static_cast<void>(std::hash<Key>()(std::declval<const Key&>())))>
    : accepted {};

struct elements_have_no_order : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: these elements cannot be compared by this order; without one, by <. "
                  "Pass an order that takes them: merge(less, ranges...).");
    return {};
  }
};
template <class Less, class Element>
struct order_result_check : condition_check<Less, Element, Element> {};
/// Checks an order of elements. Element: an lvalue reference.
template <class Signature, class Less, class Element>
using order_check =
    all_checks<std::conditional_t<is_called<Less, arguments<Element, Element>>::value, accepted,
                                  std::conditional_t<may_be_function<Less>::value,
                                                     elements_have_no_order, Signature>>,
               order_result_check<Less, Element>>;

template <class Key, class Range>
struct key_equality : equality_check<key_type_t<Key, Range>> {};
template <class Key, class Range>
struct key_hash
    : all_checks<hash_check<key_type_t<Key, Range>>, equality_check<const key_type_t<Key, Range>>> {
};

/// Checks a key function whose results are compared with ==.
template <class Signature, class Key, class Range>
struct equal_key_check
    : all_checks<call_check<Signature, Key, element_lvalue_t<Range>>,
                 result_check<Key, element_lvalue_t<Range>>, key_equality<Key, Range>> {};
/// ... and hashed.
template <class Signature, class Key, class Range>
struct hashed_key_check
    : all_checks<call_check<Signature, Key, element_lvalue_t<Range>>,
                 result_check<Key, element_lvalue_t<Range>>, key_hash<Key, Range>> {};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
