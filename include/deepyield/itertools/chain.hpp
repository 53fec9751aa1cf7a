// chain: ranges one after the other. Python: itertools.chain, itertools.chain.from_iterable.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/detail/side_by_side.hpp>
#include <deepyield/generator.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// All elements of the first range, then of the second, and so on. They are handed on as the ranges give them if all give the same; else their
/// common type by value.
///
///   for (int i : itertools::chain(count_up_to(2), std::vector<int>{7, 8})) use(i);  // 1, 2, 7, 8
template <class... Range>
generator<detail::common_reference_of<Range...>> chain(Range&&... ranges) {
  return [held = std::make_tuple(detail::hold(std::forward<Range>(ranges))...)](yielder<detail::common_reference_of<Range...>>& yield) mutable {
    detail::for_each_of(held, [&](auto& range) { detail::yield_all(*range, yield); });
  };
}

/// The same for a range of ranges, which may be endless. A chain of ten million empty ones is no deeper than one.
///
///   for (int i : itertools::chain_from_iterable(std::vector<std::vector<int>>{{1}, {}, {2, 3}})) use(i);  // 1, 2, 3
template <class Ranges>
generator<detail::reference_t<detail::reference_t<Ranges>>> chain_from_iterable(Ranges&& ranges) {
  using element = detail::reference_t<detail::reference_t<Ranges>>;
  return [ranges = detail::hold(std::forward<Ranges>(ranges))](yielder<element>& yield) mutable {
    detail::reader<std::remove_reference_t<Ranges>> each(*ranges);
    while (each.next()) {
      auto&& range = *each;
      detail::yield_all(range, yield);
    }
  };
}

///   for (int i : std::vector<std::vector<int>>{{1}, {2}} | itertools::chain_from_iterable()) use(i);
inline auto chain_from_iterable() {
  return detail::awaiting_range([](auto&& ranges) { return itertools::chain_from_iterable(std::forward<decltype(ranges)>(ranges)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
