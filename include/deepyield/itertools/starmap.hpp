// starmap: a function of each tuple's parts. Python: itertools.starmap.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/tuples.hpp>
#include <deepyield/lazy_range.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Function, class Range>
class starmapped {
 public:
  using element_type = decltype(detail::apply_to_parts(std::declval<Function&>(), std::declval<reference_t<Range>>()));

  starmapped(Function function, held_range<Range> range) : function_(std::move(function)), range_(std::move(range)) {}

  DEEPYIELD_INLINED starmapped(starmapped&&) = default;
  DEEPYIELD_INLINED ~starmapped() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    if (!range_.go_on()) return nullptr;
    return current_.hold([this]() -> element_type { return detail::apply_to_parts(function_, static_cast<reference_t<Range>&&>(*range_)); });
  }

  std::remove_reference_t<element_type>* current() noexcept { return current_.get(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  Function function_;
  pulled<Range> range_;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// `function(part...)` of the parts of each tuple, pair or array that the range gives.
///
///   for (int power : itertools::starmap([](int base, int times) { return base * times; }, std::vector<std::pair<int, int>>{{2, 5}, {3, 2}})) use(power);  // 10, 6
template <class Function, class Range>
DEEPYIELD_INLINED lazy_range<detail::starmapped<Function, Range>> starmap(Function function, Range&& range) {
  return detail::lazily<detail::starmapped<Function, Range>>(std::move(function), detail::hold(std::forward<Range>(range)));
}

///   for (int sum : std::vector<std::pair<int, int>>{{2, 5}} | itertools::starmap(std::plus<int>())) use(sum);
template <class Function>
auto starmap(Function function) {
  return detail::awaiting_range(
      [function = std::move(function)](auto&& range) mutable { return itertools::starmap(std::move(function), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
