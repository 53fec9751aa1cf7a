// accumulate: running totals. Python: itertools.accumulate.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/inlined.hpp>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range, class Function, class Total>
class accumulated {
 public:
  using element_type = const Total&;

  accumulated(all_t<Range> range, Function function)
      : range_(std::move(range)), function_(std::move(function)) {}
  accumulated(all_t<Range> range, Function function, Total&& initial)
      : accumulated(std::move(range), std::move(function)) {
    total_.emplace(std::move(initial));
    begins_with_total_ = true;
  }

  DEEPYIELD_INLINED accumulated(accumulated&&) = default;
  DEEPYIELD_INLINED ~accumulated() = default;

  DEEPYIELD_INLINED const Total* next() {
    if (begins_with_total_) {
      begins_with_total_ = false;
    } else {
      if (!range_.advance()) return nullptr;
      if (total_)
        *total_ = function_(std::move(*total_), *range_);
      else
        total_.emplace(*range_);
    }
    return std::addressof(*total_);
  }

  const Total* current() noexcept { return std::addressof(*total_); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  base_cursor<Range> range_;
  Function function_;
  optional<Total> total_;
  bool begins_with_total_ = false;
};

}  // namespace detail

namespace itertools {

/// The first element; then, for each further one, `function(total, element)` of the total before.
/// Totals have the range's value type.
///
///   // 1, 3, 6, 10
///   for (int sum : itertools::accumulate(count_up_to(4))) use(sum);
///   // 1, 2, 6, 24
///   for (int product : itertools::accumulate(count_up_to(4), std::multiplies<int>()))
///     use(product);
template <class Range, class Function = std::plus<>, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::accumulated<Range, Function, detail::range_value_t<Range>>>
accumulate(Range&& range, Function function = Function()) {
  return detail::make_lazy_range<
      detail::accumulated<Range, Function, detail::range_value_t<Range>>>(
      detail::all(std::forward<Range>(range)), std::move(function));
}

/// The same from `initial` on, which is the first total; its type is that of the totals.
///
///   // 0.5, 1.5, 3.5
///   for (double sum : itertools::accumulate(count_up_to(2), std::plus<>(), 0.5)) std::cout << sum;
template <class Range, class Function, class Total, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::accumulated<Range, Function, Total>> accumulate(
    Range&& range, Function function, Total initial) {
  return detail::make_lazy_range<detail::accumulated<Range, Function, Total>>(
      detail::all(std::forward<Range>(range)), std::move(function), std::move(initial));
}

///   for (int sum : count_up_to(4) | itertools::accumulate()) use(sum);
inline auto accumulate() {
  return detail::make_closure(
      [](auto&& range) { return itertools::accumulate(std::forward<decltype(range)>(range)); });
}
template <class Function, detail::if_function<Function> = 0>
auto accumulate(Function function) {
  return detail::make_closure([function = std::move(function)](auto&& range) mutable {
    return itertools::accumulate(std::forward<decltype(range)>(range), std::move(function));
  });
}
template <class Function, class Total, detail::if_function<Function> = 0>
auto accumulate(Function function, Total initial) {
  return detail::make_closure(
      [function = std::move(function), initial = std::move(initial)](auto&& range) mutable {
        return itertools::accumulate(std::forward<decltype(range)>(range), std::move(function),
                                     std::move(initial));
      });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
