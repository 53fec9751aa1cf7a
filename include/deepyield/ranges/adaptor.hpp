// The building blocks of an adaptor: bases for its cursor, and the function object that a user
// calls or pipes a range into. See itertools/filter.hpp.
#pragma once

#include <deepyield/lazy_range.hpp>              // IWYU pragma: export
#include <deepyield/ranges/access.hpp>           // IWYU pragma: export
#include <deepyield/ranges/adaptor_closure.hpp>  // IWYU pragma: export
#include <deepyield/ranges/all.hpp>              // IWYU pragma: export
#include <deepyield/ranges/cursor_adaptor.hpp>   // IWYU pragma: export
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

/// adaptor(function, range), and range | adaptor(function).
template <template <class Function, class Range> class Cursor>
struct function_first {
  template <class Function, class Range>
  DEEPYIELD_INLINED lazy_range<Cursor<Function, Range>> operator()(Function function,
                                                                   Range&& range) const {
    return detail::make_lazy_range<Cursor<Function, Range>>(
        std::move(function), detail::all(std::forward<Range>(range)));
  }
  template <class Function>
  DEEPYIELD_INLINED auto operator()(Function function) const {
    return detail::make_closure([function = std::move(function)](auto&& range) mutable {
      return function_first()(std::move(function), std::forward<decltype(range)>(range));
    });
  }
};

/// adaptor(range, argument...), which `Adaptor` implements, and range | adaptor(argument...).
template <class Adaptor>
struct range_first : Adaptor {
  using Adaptor::operator();
  template <class... Argument, std::enable_if_t<!begins_with_range<Argument...>::value, int> = 0>
  DEEPYIELD_INLINED auto operator()(Argument... arguments) const {
    return detail::make_closure(
        [kept = std::tuple<Argument...>(std::move(arguments)...)](auto&& range) mutable {
          return detail::apply(
              [&](auto&... argument) {
                return Adaptor()(std::forward<decltype(range)>(range), std::move(argument)...);
              },
              kept);
        });
  }
};

/// adaptor(range).
template <template <class Range> class Cursor>
struct adapt {
  template <class Range, if_range<Range> = 0>
  DEEPYIELD_INLINED lazy_range<Cursor<Range>> operator()(Range&& range) const {
    return detail::make_lazy_range<Cursor<Range>>(detail::all(std::forward<Range>(range)));
  }
};

/// adaptor(range) and adaptor(range, key).
template <template <class Range, class Key> class Cursor>
struct adapt_by_key {
  template <class Range, class Key = identity, if_range<Range> = 0>
  DEEPYIELD_INLINED lazy_range<Cursor<Range, Key>> operator()(Range&& range,
                                                              Key key = Key()) const {
    return detail::make_lazy_range<Cursor<Range, Key>>(detail::all(std::forward<Range>(range)),
                                                       std::move(key));
  }
};

/// adaptor(range...), which needs an element of only one range at a time.
template <template <class... Range> class Cursor>
struct one_by_one {
  template <class... Range>
  DEEPYIELD_INLINED lazy_range<Cursor<Range...>> operator()(Range&&... ranges) const {
    return detail::make_lazy_range<Cursor<Range...>>(detail::all(std::forward<Range>(ranges))...);
  }
};

/// adaptor(range...), which needs elements of all ranges at the same time, and so refuses a
/// single-pass range that is given twice. The error message contains the adaptor's name.
template <template <class... Range> class Cursor>
struct in_lockstep {
  template <class... Range>
  DEEPYIELD_INLINED lazy_range<Cursor<Range...>> operator()(Range&&... ranges) const {
    detail::refuse_same_range(name, ranges...);
    return detail::make_lazy_range<Cursor<Range...>>(detail::all(std::forward<Range>(ranges))...);
  }

  const char* name;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
