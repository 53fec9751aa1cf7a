// accumulate: running totals. Python: itertools.accumulate.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/optional.hpp>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range, class Function, class Total>
class accumulate_cursor : public reading_cursor<Range> {
 public:
  using element_type = const Total&;

  accumulate_cursor(all_t<Range> range, Function function)
      : reading_cursor<Range>(std::move(range)), function_(std::move(function)) {}
  accumulate_cursor(all_t<Range> range, Function function, Total&& initial)
      : reading_cursor<Range>(std::move(range)),
        function_(std::move(function)),
        begins_with_total_(true) {
    total_.emplace(std::move(initial));
  }

  DEEPYIELD_INLINED accumulate_cursor(accumulate_cursor&&) = default;
  DEEPYIELD_INLINED ~accumulate_cursor() = default;

  DEEPYIELD_INLINED const Total* next() {
    if (begins_with_total_) {
      begins_with_total_ = false;
    } else {
      if (!this->base().advance()) return nullptr;
      if (total_)
        *total_ = function_(std::move(*total_), *this->base());
      else
        total_.emplace(*this->base());
    }
    return current();
  }
  const Total* current() noexcept { return std::addressof(*total_); }

 private:
  Function function_;
  optional<Total> total_;
  bool begins_with_total_ = false;
};

/// How accumulate() is called.
struct accumulate_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: accumulate() takes the range, then the function, then the first "
                  "total: accumulate(range, function, total).");
    return {};
  }
};
struct totals_do_not_fit : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: accumulate() calls function(total, element) for the next total: what "
                  "it takes and returns has to convert from and to the total's type.");
    return {};
  }
};
template <class Function, class Range, class Total, class = void>
struct makes_total : std::false_type {};
template <class Function, class Range, class Total>
struct makes_total<Function, Range, Total,
                   decltype(static_cast<void>(
                       std::declval<Total&>() = std::declval<Function&>()(
                           std::declval<Total>(), std::declval<range_reference_t<Range>>())))>
    : std::true_type {};
template <class Range, class Function, class Total>
struct total_check
    : std::conditional_t<makes_total<Function, Range, Total>::value, accepted,
                         std::conditional_t<may_be_function<Function>::value, totals_do_not_fit,
                                            accumulate_signature>> {};
template <class Range, class Function>
struct running_check : total_check<Range, Function, range_value_t<Range>> {};

template <class... Argument>
struct accumulate_check : accumulate_signature {};
template <class Range, class Function>
struct accumulate_check<Range, Function>
    : all_checks<range_check<Range>, running_check<Range, std::decay_t<Function>>> {};
template <class Range>
struct accumulate_check<Range> : accumulate_check<Range, std::plus<>> {};
template <class Range, class Function, class Total>
struct accumulate_check<Range, Function, Total>
    : all_checks<range_check<Range>,
                 total_check<Range, std::decay_t<Function>, std::decay_t<Total>>> {};

// The first total may be anything, also a range.
template <class... Argument>
struct total_closure_check : key_closure_check<accumulate_signature, Argument...> {};
template <class Function, class Total>
struct total_closure_check<Function, Total> : key_closure_check<accumulate_signature, Function> {};

struct accumulate_function {
  template <class... Argument>
  using check = accumulate_check<Argument...>;
  template <class... Argument>
  using closure_check = total_closure_check<Argument...>;

  template <class Range, class Function = std::plus<>,
            if_accepted<accumulate_check<Range, Function>> = 0>
  DEEPYIELD_INLINED lazy_range<accumulate_cursor<Range, Function, range_value_t<Range>>> operator()(
      Range&& range, Function function = Function()) const {
    return detail::make_lazy_range<accumulate_cursor<Range, Function, range_value_t<Range>>>(
        detail::all(std::forward<Range>(range)), std::move(function));
  }
  template <class Range, class Function, class Total,
            if_accepted<accumulate_check<Range, Function, Total>> = 0>
  DEEPYIELD_INLINED lazy_range<accumulate_cursor<Range, Function, Total>> operator()(
      Range&& range, Function function, Total initial) const {
    return detail::make_lazy_range<accumulate_cursor<Range, Function, Total>>(
        detail::all(std::forward<Range>(range)), std::move(function), std::move(initial));
  }
};

}  // namespace detail

namespace itertools {

/// The first element; then, for each further one, `function(total, element)` of the total so far,
/// or their sum if no function is given. Totals have the range's value type. A third argument is
/// the first total, and totals then have its type.
///
///   // 1, 3, 6, 10
///   for (int sum : itertools::accumulate(count_up_to(4))) use(sum);
///   // 1, 2, 6, 24
///   for (int product : count_up_to(4) | itertools::accumulate(std::multiplies<int>()))
///     use(product);
///   // 0.5, 1.5, 3.5
///   for (double sum : itertools::accumulate(count_up_to(2), std::plus<>(), 0.5)) std::cout << sum;
constexpr detail::range_first<detail::accumulate_function> accumulate{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
