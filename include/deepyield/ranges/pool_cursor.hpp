// The base of the cursors that arrange the elements of a range: combinations, powerset, powers.
#pragma once

#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/inlined.hpp>

#include <boost/config.hpp>

#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// The base of a cursor that reads a whole range before it gives anything. Each of its elements is
/// a vector of some of the range's elements.
template <class Range>
class pool_cursor {
 public:
  using element_type = const std::vector<range_value_t<Range>>&;

  DEEPYIELD_INLINED bool executing() { return !begun_ && is_executing<Range>(*range_); }

 protected:
  explicit pool_cursor(all_t<Range> range) : range_(std::move(range)) {}

  /// Returns whether this is the first element. If so, reads the range, unless no pool is needed.
  bool begin(bool needed = true) {
    if (BOOST_LIKELY(begun_)) return false;
    if (needed) read();
    return begun_ = true;
  }
  const std::vector<range_value_t<Range>>& pool() const noexcept { return pool_; }

 private:
  BOOST_NOINLINE void read() { pool_ = detail::to_vector(*range_); }

  all_t<Range> range_;
  std::vector<range_value_t<Range>> pool_;
  bool begun_ = false;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
