// The ranges of a range of ranges, all of them open at the same time.
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/ranges/same_range.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/unique_ptr.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// A cursor for each range in Ranges, which is the type that a forwarding reference deduces. It
/// refers to ranges that lie in a container. Ranges that a single-pass range gives are moved, or
/// copied: each ends when the next is asked for.
template <class Ranges>
class inner_cursors {
  using reference = range_reference_t<Ranges>;
  static constexpr bool stay =
      std::is_lvalue_reference<reference>::value &&
      !is_single_pass<std::remove_cv_t<std::remove_reference_t<Ranges>>>::value;

 public:
  using range =
      std::conditional_t<stay, reference, std::remove_cv_t<std::remove_reference_t<reference>>>;
  using cursor = base_cursor<range>;

  explicit inner_cursors(all_t<Ranges> ranges)
      : ranges_(unique_ptr<base_cursor<Ranges>>::make(std::move(ranges))) {}
  DEEPYIELD_INLINED inner_cursors(inner_cursors&&) = default;
  DEEPYIELD_INLINED ~inner_cursors() = default;

  /// Takes all ranges, the first time. Reads nothing of them.
  void open() {
    if (is_open_) return;
    while (ranges_->advance()) add(std::integral_constant<bool, stay>());
    is_open_ = true;
  }
  bool is_open() const noexcept { return is_open_; }

  std::size_t size() const noexcept { return cursors_.size(); }
  cursor& operator[](std::size_t index) noexcept { return cursors_[index]; }

  /// Before all are open: whether the range of ranges is being read already.
  bool executing() { return !is_open_ && cursors_.empty() && ranges_->executing(); }

 private:
  void add(std::true_type) { cursors_.emplace_back(detail::all(**ranges_)); }
  void add(std::false_type) {
    cursors_.emplace_back(detail::all(range(move_or_copy<Ranges>(**ranges_))));
  }

  unique_ptr<base_cursor<Ranges>> ranges_;  // may own the ranges that are read
  std::vector<cursor> cursors_;
  bool is_open_ = false;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
