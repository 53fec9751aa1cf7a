// The building blocks of an adaptor: bases for its cursor, and the function object that a user
// calls or pipes a range into. See itertools/filter.hpp.
#pragma once

#include <deepyield/lazy_range.hpp>              // IWYU pragma: export
#include <deepyield/ranges/access.hpp>           // IWYU pragma: export
#include <deepyield/ranges/adaptor_closure.hpp>  // IWYU pragma: export
#include <deepyield/ranges/all.hpp>              // IWYU pragma: export
#include <deepyield/ranges/checks.hpp>           // IWYU pragma: export
#include <deepyield/ranges/cursor_adaptor.hpp>   // IWYU pragma: export
#include <deepyield/ranges/refusal.hpp>          // IWYU pragma: export
#include <deepyield/ranges/same_range.hpp>
#include <deepyield/utility/apply.hpp>
#include <deepyield/utility/identity.hpp>
#include <deepyield/utility/inlined.hpp>  // IWYU pragma: export

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// adaptor(argument..., range) without the range.
template <class Adaptor, class Function>
struct range_last_closure {
  template <class Range>
  using check = typename Adaptor::template check<Function, Range>;
  template <class Range>
  DEEPYIELD_INLINED auto operator()(Range&& range) {
    return Adaptor()(std::move(function), std::forward<Range>(range));
  }
  Function function;
};

/// adaptor(range, argument...) without the range.
template <class Adaptor, class... Argument>
struct range_first_closure {
  template <class Range>
  using check = typename Adaptor::template check<Range, Argument...>;
  template <class Range>
  DEEPYIELD_INLINED auto operator()(Range&& range) {
    return detail::apply(
        [&](auto&... argument) {
          return Adaptor()(std::forward<Range>(range), std::move(argument)...);
        },
        kept);
  }
  std::tuple<Argument...> kept;
};

/// adaptor(function, range), and range | adaptor(function). Signature: says how it is called.
/// Check: whether the function fits the range.
template <template <class Function, class Range> class Cursor, class Signature,
          template <class Reason, class Function, class Range> class Check>
struct function_first : pipeable {
  template <class... Argument>
  using check = function_first_check<Signature, Check, Argument...>;

  template <class Function, class Range, if_accepted<check<Function, Range>> = 0>
  DEEPYIELD_INLINED lazy_range<Cursor<Function, Range>> operator()(Function function,
                                                                   Range&& range) const {
    return detail::make_lazy_range<Cursor<Function, Range>>(
        std::move(function), detail::all(std::forward<Range>(range)));
  }
  template <class Function, if_accepted<check<Function>> = 0>
  DEEPYIELD_INLINED auto operator()(Function function) const {
    return detail::make_closure(range_last_closure<function_first, Function>{std::move(function)});
  }
  template <class... Argument, if_refused<check<Argument...>> = 0>
  refused operator()(Argument&&...) const {
    return check<Argument...>::template refuse<false>();
  }
};

/// adaptor(range, argument...), which `Adaptor` implements, and range | adaptor(argument...).
/// Adaptor has a `check<Range, Argument...>`, and for the call without a range a
/// `closure_check<Argument...>`.
template <class Adaptor>
struct range_first : Adaptor, pipeable {
  template <class... Argument>
  using any_check = range_first_check<Adaptor, begins_with_range<Argument...>::value, Argument...>;

  using Adaptor::operator();
  template <class... Argument, std::enable_if_t<!begins_with_range<Argument...>::value, int> = 0,
            if_accepted<any_check<Argument...>> = 0>
  DEEPYIELD_INLINED auto operator()(Argument... arguments) const {
    return detail::make_closure(range_first_closure<Adaptor, Argument...>{
        std::tuple<Argument...>(std::move(arguments)...)});
  }
  template <class... Argument, if_refused<any_check<Argument...>> = 0>
  refused operator()(Argument&&...) const {
    return any_check<Argument...>::template refuse<false>();
  }
};

/// adaptor(range). Check: whether the range's elements will do.
template <template <class Range> class Cursor, template <class Range> class Check = any_elements>
struct adapt : takes_range_only<Check> {
  template <class Range, if_accepted<typename takes_range_only<Check>::template check<Range>> = 0>
  DEEPYIELD_INLINED lazy_range<Cursor<Range>> operator()(Range&& range) const {
    return detail::make_lazy_range<Cursor<Range>>(detail::all(std::forward<Range>(range)));
  }
};

/// adaptor(range) and adaptor(range, key). Signature: says how it is called. Check: whether the key
/// fits the range.
template <template <class Range, class Key> class Cursor, class Signature,
          template <class Reason, class Key, class Range> class Check>
struct adapt_by_key : takes_key<Signature, Check> {
  template <class Range, class Key = identity,
            if_accepted<typename takes_key<Signature, Check>::template check<Range, Key>> = 0>
  DEEPYIELD_INLINED lazy_range<Cursor<Range, Key>> operator()(Range&& range,
                                                              Key key = Key()) const {
    return detail::make_lazy_range<Cursor<Range, Key>>(detail::all(std::forward<Range>(range)),
                                                       std::move(key));
  }
};

/// adaptor(range...), which needs an element of only one range at a time.
template <template <class... Range> class Cursor>
struct one_by_one {
  template <class... Range, if_accepted<common_element_check<Range...>> = 0>
  DEEPYIELD_INLINED lazy_range<Cursor<Range...>> operator()(Range&&... ranges) const {
    return detail::make_lazy_range<Cursor<Range...>>(detail::all(std::forward<Range>(ranges))...);
  }
  template <class... Argument, if_refused<common_element_check<Argument...>> = 0>
  refused operator()(Argument&&...) const {
    return common_element_check<Argument...>::template refuse<false>();
  }
};

/// adaptor(range...), which needs elements of all ranges at the same time, and so refuses a
/// single-pass range that is given twice. The error message contains the adaptor's name. Check:
/// whether the ranges will do.
template <template <class... Range> class Cursor, template <class... Range> class Check>
struct in_lockstep {
  template <class... Range, if_accepted<Check<Range...>> = 0>
  DEEPYIELD_INLINED lazy_range<Cursor<Range...>> operator()(Range&&... ranges) const {
    detail::refuse_same_range(name, ranges...);
    return detail::make_lazy_range<Cursor<Range...>>(detail::all(std::forward<Range>(ranges))...);
  }
  template <class... Argument, if_refused<Check<Argument...>> = 0>
  refused operator()(Argument&&...) const {
    return Check<Argument...>::template refuse<false>();
  }

  const char* name;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
