// Refuses wrong calls of adaptors, each with one error that names the remedy.
//
// A check is a type: `accepted`, or a reason to refuse. An adaptor has one overload for calls that
// are accepted, and one that refuses the others and returns `refused`. So nothing of an adaptor is
// instantiated with arguments that do not fit, and no second error follows.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/ranges/access.hpp>

#include <cstddef>
#include <initializer_list>
#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {

template <class Yield, class Send, class Engine>
class yielder;
template <class Yield, class Send, class Return, class Engine>
class generator;

namespace itertools {

struct strict_t;

}  // namespace itertools

namespace detail {

template <class Value>
struct filling;

/// What a refused call returns. It stands for any range, and for any element of it. It is no range
/// for an adaptor, which refuses it without a further error.
class refused {
 public:
  struct iterator {
    refused& operator*() const;
    refused* operator->() const;
    iterator& operator++();
    friend bool operator==(const iterator&, const iterator&);
    friend bool operator!=(const iterator&, const iterator&);
  };
  iterator begin() const;
  iterator end() const;
  refused* next();
  friend refused& next(refused&);
  refused& operator[](std::size_t);

  template <class Type>
  operator Type&() &;
  template <class Type>
  operator Type() &&;

  static refused first, second;
};
struct accepted : std::true_type {};
/// The base of a reason, which has a function refuse<false>() that gives the error.
struct refusal : std::false_type {};

template <class Check>
using if_accepted = std::enable_if_t<Check::value, int>;
template <class Check>
using if_refused = std::enable_if_t<!Check::value, int>;

/// The first reason of several checks, or accepted.
template <class... Check>
struct all_checks : accepted {};
template <class First, class... Rest>
struct all_checks<First, Rest...> : std::conditional_t<First::value, all_checks<Rest...>, First> {};

// What stands where a range is due.

/// The error was given where this was made.
struct refused_before : refusal {
  template <bool>
  static refused refuse() {
    return {};
  }
};
struct range_is_const : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: a generator, and what an adaptor returns, is read by moving it "
                  "forward, and this one is const. Take it as generator<T>&, or by value.");
    return {};
  }
};
struct generator_gives_no_elements : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: a generator<void> gives no elements that could be read: call next() "
                  "in a loop, or name what it yields, as generator<int>.");
    return {};
  }
};
struct body_is_no_generator : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this is a generator's body, and no generator yet. Name generator<T> "
                  "in place of auto: as the return type of the function that returns the body.");
    return {};
  }
};
struct function_is_no_range : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this is a function, and a range is due. If it returns the range, "
                  "call it: f() in place of f.");
    return {};
  }
};
struct adaptor_lacks_its_range : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this adaptor has no range to read. Pipe one into it: range | "
                  "adaptor(arguments).");
    return {};
  }
};
struct adaptor_is_not_called : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: an adaptor is called also where a range is piped into it: range | "
                  "adaptor() in place of range | adaptor.");
    return {};
  }
};
struct number_is_no_range : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this is a number, and a range is due. itertools::range(n) gives the "
                  "numbers below n, itertools::repeat(x, 1) gives x alone.");
    return {};
  }
};
struct pointer_is_no_range : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: this is a pointer, and a range is due, which also tells the end. "
                  "Pass the container or the array itself, or *pointer.");
    return {};
  }
};
struct initializer_list_ends_before_it_is_read : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met,
        "deepyield: an initializer_list does not keep its elements for an adaptor; name a "
        "container, as std::vector<int>{1, 2}.");
    return {};
  }
};
struct strict_comes_first : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met,
        "deepyield: for ranges of one length, itertools::strict comes first: "
        "zip(itertools::strict, ranges...), map(itertools::strict, function, ranges...).");
    return {};
  }
};
struct fillvalue_comes_first : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: fillvalue(x) comes first: zip_longest(itertools::fillvalue(x), "
                  "ranges...).");
    return {};
  }
};
struct argument_is_no_range : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: a range is due, and this argument is none: it has no begin() and "
                  "end() that can be compared with !=.");
    return {};
  }
};

template <class Type>
struct is_closure : std::false_type {};
template <class Adaptor>
struct is_closure<adaptor_closure<Adaptor>> : std::true_type {};

// Whether the only parameter of a call operator, or of a function, is a yielder.
template <class Function>
struct takes_yielder : std::false_type {};
template <class Result, class Class, class Yield, class Send, class Engine>
struct takes_yielder<Result (Class::*)(yielder<Yield, Send, Engine>&) const> : std::true_type {};
template <class Result, class Class, class Yield, class Send, class Engine>
struct takes_yielder<Result (Class::*)(yielder<Yield, Send, Engine>&)> : std::true_type {};
template <class Result, class Yield, class Send, class Engine>
struct takes_yielder<Result (*)(yielder<Yield, Send, Engine>&)> : std::true_type {};
template <class Type, class = void>
struct is_body : takes_yielder<std::decay_t<Type>> {};
template <class Type>
struct is_body<Type, decltype(static_cast<void>(&Type::operator()))>
    : takes_yielder<decltype(&Type::operator())> {};

// Whether this may be a function: a pointer to one, or an object, unless it is known to be
// something else.
template <class Type>
struct may_be_function
    : std::integral_constant<bool, (std::is_class<Type>::value && !is_range<Type>::value &&
                                    !is_closure<Type>::value && !is_body<Type>::value &&
                                    !std::is_same<Type, itertools::strict_t>::value &&
                                    !std::is_same<Type, refused>::value) ||
                                       std::is_function<std::remove_pointer_t<Type>>::value> {};
template <class Type, class = void>
struct has_call_operator : std::is_function<std::remove_pointer_t<std::decay_t<Type>>> {};
template <class Type>
struct has_call_operator<Type, decltype(static_cast<void>(&Type::operator()))> : std::true_type {};

template <class Type>
struct is_option : std::is_same<Type, itertools::strict_t> {};
template <class Value>
struct is_option<filling<Value>> : std::true_type {};
/// An argument, without reference and const if it is `strict` or a fillvalue.
template <class Argument>
using option_t =
    std::conditional_t<is_option<std::decay_t<Argument>>::value, std::decay_t<Argument>, Argument>;

// Type: without reference and const.
template <class Type>
struct why_no_range
    : std::conditional_t<
          is_body<Type>::value, body_is_no_generator,
          std::conditional_t<
              has_call_operator<Type>::value, function_is_no_range,
              std::conditional_t<std::is_arithmetic<Type>::value, number_is_no_range,
                                 std::conditional_t<std::is_pointer<Type>::value,
                                                    pointer_is_no_range, argument_is_no_range>>>> {
};
template <>
struct why_no_range<refused> : refused_before {};
template <class Adaptor>
struct why_no_range<adaptor_closure<Adaptor>> : adaptor_lacks_its_range {};
template <>
struct why_no_range<itertools::strict_t> : strict_comes_first {};
template <>
struct why_no_range<bool> : strict_comes_first {};
template <class Value>
struct why_no_range<filling<Value>> : fillvalue_comes_first {};
template <class Value>
struct why_no_range<std::initializer_list<Value>> : initializer_list_ends_before_it_is_read {};
template <class Send, class Return, class Engine>
struct why_no_range<generator<void, Send, Return, Engine>> : generator_gives_no_elements {};

template <class Argument, class Object = std::remove_const_t<std::remove_reference_t<Argument>>>
using no_range = std::conditional_t<is_range<Object>::value &&
                                        std::is_const<std::remove_reference_t<Argument>>::value,
                                    range_is_const, why_no_range<Object>>;

/// Checks that an argument is a range.
template <class Argument, bool = is_range<Argument>::value>
struct range_check : accepted {};
template <class Argument>
struct range_check<Argument, false> : no_range<Argument> {};
// Its elements are gone before an adaptor reads them.
template <class Value>
struct range_check<std::initializer_list<Value>, true> : initializer_list_ends_before_it_is_read {};
template <class Value>
struct range_check<const std::initializer_list<Value>, true>
    : initializer_list_ends_before_it_is_read {};

// Functions.

struct elements_do_not_bind : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: the function takes a reference through which it could change an "
                  "element, but the range's elements are const or values: take const T& or T.");
    return {};
  }
};
struct function_does_not_take_elements : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: the function cannot be called with the range's elements: compare the "
                  "types and the number of its parameters with them.");
    return {};
  }
};
struct member_is_called : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: a pointer to a member is not called as a function: wrap it, as "
                  "std::mem_fn(&T::f), or write a lambda.");
    return {};
  }
};
struct result_is_no_bool : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: the predicate's result does not convert to bool: return true or "
                  "false.");
    return {};
  }
};
struct result_is_void : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: the function returns nothing that could be an element. Return a "
                  "value, or write a loop if the function is called for what it does.");
    return {};
  }
};
struct parts_are_passed_by_starmap : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: map() passes each tuple or pair as one argument, and the function "
                  "takes its parts: write starmap(function, range).");
    return {};
  }
};

template <class...>
struct arguments;
template <class Function, class Arguments, class = void>
struct is_called : std::false_type {};
template <class Function, class... Argument>
struct is_called<Function, arguments<Argument...>,
                 decltype(static_cast<void>(
                     std::declval<Function&>()(std::declval<Argument>()...)))> : std::true_type {};

// Whether a function takes the parts of a tuple. False if it is no tuple.
template <class Function, class Tuple, class Indices>
struct takes_parts_at;
template <class Function, class Tuple, std::size_t... Index>
struct takes_parts_at<Function, Tuple, std::index_sequence<Index...>>
    : is_called<Function, arguments<decltype(std::get<Index>(std::declval<Tuple>()))...>> {};
template <class Tuple, class = void>
struct is_tuple : std::false_type {};
template <class Tuple>
struct is_tuple<Tuple, decltype(static_cast<void>(std::tuple_size<std::decay_t<Tuple>>::value))>
    : std::true_type {};
template <class Function, class Tuple, bool = is_tuple<Tuple>::value>
struct takes_parts : std::false_type {};
template <class Function, class Tuple>
struct takes_parts<Function, Tuple, true>
    : takes_parts_at<Function, Tuple,
                     std::make_index_sequence<std::tuple_size<std::decay_t<Tuple>>::value>> {};

// Signature: the reason that shows how the adaptor is called.
template <class Signature, class Function, class... Argument>
struct why_not_called
    : std::conditional_t<
          std::is_member_pointer<Function>::value, member_is_called,
          std::conditional_t<
              !may_be_function<Function>::value, Signature,
              std::conditional_t<
                  is_called<Function, arguments<std::remove_const_t<
                                          std::remove_reference_t<Argument>>&...>>::value,
                  elements_do_not_bind, function_does_not_take_elements>>> {};

/// Checks that function(argument...) can be called.
template <class Signature, class Function, class... Argument>
using call_check = std::conditional_t<is_called<Function, arguments<Argument...>>::value, accepted,
                                      why_not_called<Signature, Function, Argument...>>;

/// Checks that a call's result converts to bool. Call: as in `decltype(f(x))`.
template <class Result>
using bool_check =
    std::conditional_t<std::is_constructible<bool, Result>::value, accepted, result_is_no_bool>;
template <class Function, class... Argument>
struct condition_check
    : bool_check<decltype(std::declval<Function&>()(std::declval<Argument>()...))> {};
template <class Function, class... Argument>
struct result_check
    : std::conditional_t<
          std::is_void<decltype(std::declval<Function&>()(std::declval<Argument>()...))>::value,
          result_is_void, accepted> {};

/// An element as a function gets it that may be asked about it more than once.
template <class Range>
using element_lvalue_t = std::remove_reference_t<range_reference_t<Range>>&;

/// Checks a predicate of a range's elements.
template <class Signature, class Predicate, class Range>
struct predicate_check : all_checks<call_check<Signature, Predicate, element_lvalue_t<Range>>,
                                    condition_check<Predicate, element_lvalue_t<Range>>> {};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
