// map: applies a function to each element. Python: map.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>
#include <deepyield/ranges/same_range.hpp>
#include <deepyield/ranges/strict.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Function, class... Range>
using map_result_t =
    decltype(std::declval<Function&>()(std::declval<range_reference_t<Range>>()...));

template <bool Strict, class Function, class... Range>
class map_cursor : public making_cursor<map_result_t<Function, Range...>> {
 public:
  explicit map_cursor(Function function, all_t<Range>... ranges)
      : function_(std::move(function)), ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED map_cursor(map_cursor&&) = default;
  DEEPYIELD_INLINED ~map_cursor() = default;

  DEEPYIELD_INLINED auto next() -> decltype(this->current()) {
    if (!(Strict ? ranges_.advance_together("map") : ranges_.advance())) return nullptr;
    return this->make_current([this]() -> decltype(auto) { return ranges_.apply(function_); });
  }
  DEEPYIELD_INLINED bool executing() { return ranges_.first_executing(); }

 private:
  Function function_;
  cursor_tuple<base_cursor<Range>...> ranges_;
};

/// How map() is called.
struct map_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met, "deepyield: map() takes the function, then the ranges: map(function, ranges...).");
    return {};
  }
};

template <class Function, class... Range>
struct why_not_mapped : why_not_called<map_signature, Function, range_reference_t<Range>...> {};
template <class Function, class Range>
struct why_not_mapped<Function, Range>
    : std::conditional_t<takes_parts<Function, range_reference_t<Range>>::value,
                         parts_are_passed_by_starmap,
                         why_not_called<map_signature, Function, range_reference_t<Range>>> {};
template <class Function, class... Range>
struct map_elements_check
    : std::conditional_t<is_called<Function, arguments<range_reference_t<Range>...>>::value,
                         result_check<Function, range_reference_t<Range>...>,
                         why_not_mapped<Function, Range...>> {};
template <class Function, class Range>
struct map_range_check : std::conditional_t<range_check<Range>::value, accepted,
                                            why_no_range_second<map_signature, Function, Range>> {};

template <class... Argument>
struct map_check : map_signature {};
template <class Function, class... Range>
struct map_check<Function, Range...>
    : all_checks<map_range_check<Function, Range>...,
                 map_elements_check<std::decay_t<Function>, Range...>> {};
template <class Function>
struct map_check<Function> : function_first_check<map_signature, predicate_check, Function> {};
template <class Function, class... Range>
struct map_check<itertools::strict_t, Function, Range...> : map_check<Function, Range...> {};

struct map_function : pipeable {
  template <class... Argument>
  using check = map_check<Argument...>;

  template <class Function, class... Range, std::enable_if_t<(sizeof...(Range) > 0), int> = 0,
            if_accepted<map_check<Function, Range...>> = 0>
  DEEPYIELD_INLINED lazy_range<map_cursor<false, Function, Range...>> operator()(
      Function function, Range&&... ranges) const {
    return make<false>(std::move(function), std::forward<Range>(ranges)...);
  }
  template <class Function, class... Range, if_accepted<map_check<Function, Range...>> = 0>
  lazy_range<map_cursor<true, Function, Range...>> operator()(itertools::strict_t,
                                                              Function function,
                                                              Range&&... ranges) const {
    return make<true>(std::move(function), std::forward<Range>(ranges)...);
  }
  template <class Function, if_accepted<map_check<Function>> = 0>
  DEEPYIELD_INLINED auto operator()(Function function) const {
    return detail::make_closure(range_last_closure<map_function, Function>{std::move(function)});
  }
  template <class... Argument, if_refused<map_check<option_t<Argument>...>> = 0>
  refused operator()(Argument&&...) const {
    return map_check<option_t<Argument>...>::template refuse<false>();
  }

 private:
  template <bool Strict, class Function, class... Range>
  static DEEPYIELD_INLINED lazy_range<map_cursor<Strict, Function, Range...>> make(
      Function function, Range&&... ranges) {
    detail::refuse_same_range("map", ranges...);
    return detail::make_lazy_range<map_cursor<Strict, Function, Range...>>(
        std::move(function), detail::all(std::forward<Range>(ranges))...);
  }
};

}  // namespace detail

namespace itertools {

/// `function(element...)` for the elements of the ranges side by side, until the shortest range
/// ends. Throws std::invalid_argument if a single-pass range is given twice: an element would end
/// before its use. With itertools::strict as the first argument, next() throws it where one range
/// ends before another, as in zip().
///
///   // 1, 4, 9
///   for (int square : itertools::map([](int n) { return n * n; }, count_up_to(3))) use(square);
///   for (int square : count_up_to(3) | itertools::map([](int n) { return n * n; })) use(square);
///   // 11, 22
///   for (int sum : itertools::map(std::plus<int>(), count_up_to(3), std::vector<int>{10, 20}))
///     use(sum);
constexpr detail::map_function map{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
