// accumulate: running totals. Python: itertools.accumulate.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/optional.hpp>

#include <functional>
#include <memory>
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

struct accumulate_function {
  template <class Range, class Function = std::plus<>, if_range<Range> = 0>
  DEEPYIELD_INLINED lazy_range<accumulate_cursor<Range, Function, range_value_t<Range>>> operator()(
      Range&& range, Function function = Function()) const {
    return detail::make_lazy_range<accumulate_cursor<Range, Function, range_value_t<Range>>>(
        detail::all(std::forward<Range>(range)), std::move(function));
  }
  template <class Range, class Function, class Total, if_range<Range> = 0>
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
