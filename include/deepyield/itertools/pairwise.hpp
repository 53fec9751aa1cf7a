// pairwise: each element with the one after it. Python: itertools.pairwise.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// Pairs of each element and the one after it; nothing where there are fewer than two. The elements are copied once each.
///
///   for (auto& pair : itertools::pairwise(count_up_to(3))) std::cout << pair.first << pair.second;  // 12, 23
template <class Range>
generator<std::pair<const detail::value_t<Range>&, const detail::value_t<Range>&>> pairwise(Range&& range) {
  using value = detail::value_t<Range>;
  using pair = std::pair<const value&, const value&>;
  return [range = detail::hold(std::forward<Range>(range))](yielder<pair>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    if (!elements.next()) return;
    value first(detail::parting<Range>(*elements));
    while (elements.next()) {
      value second(detail::parting<Range>(*elements));
      yield(pair(first, second));
      first = std::move(second);
    }
  };
}

///   for (auto& pair : count_up_to(3) | itertools::pairwise()) std::cout << pair.first << pair.second;
inline auto pairwise() {
  return detail::awaiting_range([](auto&& range) { return itertools::pairwise(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
