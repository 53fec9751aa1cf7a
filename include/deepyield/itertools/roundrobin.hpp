// roundrobin: one element of each range in turn. Python: itertools' recipe of that name.
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

/// The first of each range, then the second of each, and so on, until all have ended; those that end earlier are left out from then on. What they have in common is
/// as for chain().
///
///   for (int i : itertools::roundrobin(count_up_to(3), std::vector<int>{7})) use(i);  // 1, 7, 2, 3
template <class... Range>
generator<detail::common_reference_of<Range...>> roundrobin(Range&&... ranges) {
  using element = detail::common_reference_of<Range...>;
  return [held = std::make_tuple(detail::hold(std::forward<Range>(ranges))...)](yielder<element>& yield) mutable {
    auto readers = detail::readers_of(held);
    for (bool any = true; any;) {
      any = false;
      detail::for_each_of(readers, [&](auto& elements) {
        if (!elements.next()) return;
        any = true;
        yield(static_cast<element>(*elements));
      });
    }
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
