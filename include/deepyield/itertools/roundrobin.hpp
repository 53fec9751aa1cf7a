// roundrobin: one element of each range in turn. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/common_reference.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>
#include <deepyield/utility/inlined.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class... Range>
class taking_turns {
 public:
  using element_type = common_reference_of<Range...>;
  using pointer = std::remove_reference_t<element_type>*;

  explicit taking_turns(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}

  DEEPYIELD_INLINED taking_turns(taking_turns&&) = default;
  DEEPYIELD_INLINED ~taking_turns() = default;

  DEEPYIELD_INLINED pointer next() {
    for (;;) {
      if (turn_ == sizeof...(Range)) turn_ = 0;
      const bool all_asked = turn_ == 0;
      if (const pointer element = ranges_.next(turn_)) {
        ++turn_;
        return element;
      }
      if (all_asked) return nullptr;
    }
  }
  DEEPYIELD_INLINED bool executing() { return ranges_.executing(); }

 private:
  cursor_tuple<base_cursor<Range, element_type>...> ranges_;
  std::size_t turn_ = 0;  // the index of the next range
};

}  // namespace detail

namespace itertools {

/// The first of each range, then the second of each, and so on, until all have ended; those that
/// end earlier are left out from then on. What they have in common is as for chain().
///
///   // 1, 7, 2, 3
///   for (int i : itertools::roundrobin(count_up_to(3), std::vector<int>{7})) use(i);
template <class... Range>
DEEPYIELD_INLINED lazy_range<detail::taking_turns<Range...>> roundrobin(Range&&... ranges) {
  return detail::make_lazy_range<detail::taking_turns<Range...>>(
      detail::all(std::forward<Range>(ranges))...);
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
