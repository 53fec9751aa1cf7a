// pairwise: each element with the one after it. Python: itertools.pairwise.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <memory>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class pairs {
  using value = range_value_t<Range>;
  using pair = std::pair<value, value>;

 public:
  using element_type = const pair&;

  explicit pairs(all_t<Range> range) : range_(std::move(range)) {}

  DEEPYIELD_INLINED pairs(pairs&&) = default;
  DEEPYIELD_INLINED ~pairs() = default;

  DEEPYIELD_INLINED const pair* next() {
    if (!pair_) {
      if (!range_.advance()) return nullptr;
      return take_after(value(move_or_copy<Range>(*range_)));
    }
    if (!range_.advance()) return nullptr;
    return take(value(std::move((*pair_).second)));
  }

  const pair* current() noexcept { return std::addressof(*pair_); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  DEEPYIELD_INLINED const pair* take_after(value&& before) {
    return range_.advance() ? take(std::move(before)) : nullptr;
  }
  // Made anew, for not every value can be assigned.
  DEEPYIELD_INLINED const pair* take(value&& before) {
    pair_.emplace(std::move(before), move_or_copy<Range>(*range_));
    return current();
  }

  base_cursor<Range> range_;
  optional<pair> pair_;
};

}  // namespace detail

namespace itertools {

/// Pairs of each element and the one after it; nothing where there are fewer than two. Each element
/// is copied once, or moved out of a range that gives it away.
///
///   // 12, 23
///   for (auto& pair : itertools::pairwise(count_up_to(3))) std::cout << pair.first << pair.second;
template <class Range>
DEEPYIELD_INLINED lazy_range<detail::pairs<Range>> pairwise(Range&& range) {
  return detail::make_lazy_range<detail::pairs<Range>>(detail::all(std::forward<Range>(range)));
}

///   for (auto& pair : count_up_to(3) | itertools::pairwise())
///     std::cout << pair.first << pair.second;
inline auto pairwise() {
  return detail::make_closure(
      [](auto&& range) { return itertools::pairwise(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
