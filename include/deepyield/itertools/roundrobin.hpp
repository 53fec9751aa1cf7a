// roundrobin: one element of each range in turn. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/common_reference.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class... Range>
class roundrobin_cursor {
 public:
  using element_type = common_reference_of<Range...>;

  explicit roundrobin_cursor(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED roundrobin_cursor(roundrobin_cursor&&) = default;
  DEEPYIELD_INLINED ~roundrobin_cursor() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    for (;;) {
      if (turn_ == sizeof...(Range)) turn_ = 0;
      const bool all_asked = turn_ == 0;
      if (const auto element = ranges_.next(turn_)) {
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

/// The first element of each range, then the second of each, and so on, until all ranges have
/// ended. A range that ends earlier is left out from then on. The element type is as for chain().
///
///   // 1, 7, 2, 3
///   for (int i : itertools::roundrobin(count_up_to(3), std::vector<int>{7})) use(i);
constexpr detail::one_by_one<detail::roundrobin_cursor> roundrobin{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
