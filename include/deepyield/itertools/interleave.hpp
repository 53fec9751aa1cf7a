// interleave: one element of each range in turn, until the shortest ends. Python:
// more_itertools.interleave.
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
class interleave_cursor {
 public:
  using element_type = common_reference_of<Range...>;

  explicit interleave_cursor(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED interleave_cursor(interleave_cursor&&) = default;
  DEEPYIELD_INLINED ~interleave_cursor() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    if (turn_ == sizeof...(Range)) {
      if (!ranges_.next_all()) return nullptr;
      turn_ = 0;
    }
    return ranges_.current(turn_++);
  }
  DEEPYIELD_INLINED bool executing() { return ranges_.first_executing(); }

 private:
  cursor_tuple<base_cursor<Range, element_type>...> ranges_;
  std::size_t turn_ = sizeof...(Range);  // the index of the range whose element is next
};

}  // namespace detail

namespace itertools {

/// The first element of each range, then the second of each, and so on, for as long as all of them
/// have one. The element type is as for chain(). Throws std::invalid_argument if a single-pass
/// range is given twice: an element would end before its use.
///
///   // 1, 7, 2, 8
///   for (int i : itertools::interleave(count_up_to(3), std::vector<int>{7, 8})) use(i);
constexpr detail::in_lockstep<detail::interleave_cursor, detail::common_element_check> interleave{
    "interleave"};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
