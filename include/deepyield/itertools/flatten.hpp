// flatten: the elements of all ranges in a range. Python: more_itertools.flatten.
#pragma once

#include <deepyield/itertools/chain.hpp>
#include <deepyield/ranges/adaptor.hpp>

namespace deepyield {
inline namespace v2 {
namespace itertools {

/// The same as chain_from_iterable.
///
///   // 1, 2, 3
///   for (int i : itertools::flatten(std::vector<std::vector<int>>{{1}, {2, 3}})) use(i);
///   for (int i : std::vector<std::vector<int>>{{1}, {2, 3}} | itertools::flatten()) use(i);
constexpr detail::range_first<detail::adapt<detail::flatten_cursor, detail::inner_range_check>>
    flatten{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
