// starmap: a function of each tuple's parts. Python: itertools.starmap.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/utility/apply.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Function, class Range>
class starmapped {
 public:
  using element_type =
      decltype(detail::apply(std::declval<Function&>(), std::declval<range_reference_t<Range>>()));

  starmapped(Function function, all_t<Range> range)
      : function_(std::move(function)), range_(std::move(range)) {}

  DEEPYIELD_INLINED starmapped(starmapped&&) = default;
  DEEPYIELD_INLINED ~starmapped() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    if (!range_.advance()) return nullptr;
    return current_.emplace_from([this]() -> element_type {
      return detail::apply(function_, static_cast<range_reference_t<Range>&&>(*range_));
    });
  }

  std::remove_reference_t<element_type>* current() noexcept { return current_.get(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  Function function_;
  base_cursor<Range> range_;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// `function(part...)` of the parts of each tuple, pair or array that the range gives.
///
///   // 10, 6
///   for (int power : itertools::starmap([](int base, int times) { return base * times; },
///       std::vector<std::pair<int, int>>{{2, 5}, {3, 2}}))
///     use(power);
template <class Function, class Range>
DEEPYIELD_INLINED lazy_range<detail::starmapped<Function, Range>> starmap(Function function,
                                                                          Range&& range) {
  return detail::make_lazy_range<detail::starmapped<Function, Range>>(
      std::move(function), detail::all(std::forward<Range>(range)));
}

///   for (int sum : std::vector<std::pair<int, int>>{{2, 5}}
///       | itertools::starmap(std::plus<int>()))
///     use(sum);
template <class Function>
auto starmap(Function function) {
  return detail::make_closure([function = std::move(function)](auto&& range) mutable {
    return itertools::starmap(std::move(function), std::forward<decltype(range)>(range));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
