// flatten: the elements of a range's ranges. Python: more_itertools.flatten.
#pragma once

#include <deepyield/generator.hpp>
#include <deepyield/itertools/chain.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/utility/inlined.hpp>

#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// As chain_from_iterable.
///
///   // 1, 2, 3
///   for (int i : itertools::flatten(std::vector<std::vector<int>>{{1}, {2, 3}})) use(i);
template <class Ranges>
DEEPYIELD_INLINED auto flatten(Ranges&& ranges) {
  return itertools::chain_from_iterable(std::forward<Ranges>(ranges));
}

///   for (int i : std::vector<std::vector<int>>{{1}, {2, 3}} | itertools::flatten()) use(i);
inline auto flatten() { return itertools::chain_from_iterable(); }

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
