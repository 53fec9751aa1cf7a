// pairwise: each element with the one after it. Python: itertools.pairwise.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <memory>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class pairs {
  using value = value_t<Range>;
  using pair = std::pair<value, value>;

 public:
  using element_type = const pair&;

  explicit pairs(held_range<Range> range) : range_(std::move(range)) {}

  DEEPYIELD_INLINED pairs(pairs&&) = default;
  DEEPYIELD_INLINED ~pairs() = default;

  DEEPYIELD_INLINED const pair* next() {
    if (!pair_) {
      if (!range_.go_on()) return nullptr;
      return take_after(value(parting<Range>(*range_)));
    }
    if (!range_.go_on()) return nullptr;
    return take(value(std::move((*pair_).second)));
  }

  const pair* current() noexcept { return std::addressof(*pair_); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  DEEPYIELD_INLINED const pair* take_after(value&& before) {
    return range_.go_on() ? take(std::move(before)) : nullptr;
  }
  // Made anew, for not every value can be assigned.
  DEEPYIELD_INLINED const pair* take(value&& before) {
    pair_.emplace(std::move(before), parting<Range>(*range_));
    return current();
  }

  pulled<Range> range_;
  late<pair> pair_;
};

}  // namespace detail

namespace itertools {

/// Pairs of each element and the one after it; nothing where there are fewer than two. Each element is copied once, or moved out of a range that gives it away.
///
///   for (auto& pair : itertools::pairwise(count_up_to(3))) std::cout << pair.first << pair.second;  // 12, 23
template <class Range>
DEEPYIELD_INLINED lazy_range<detail::pairs<Range>> pairwise(Range&& range) {
  return detail::lazily<detail::pairs<Range>>(detail::hold(std::forward<Range>(range)));
}

///   for (auto& pair : count_up_to(3) | itertools::pairwise()) std::cout << pair.first << pair.second;
inline auto pairwise() {
  return detail::awaiting_range([](auto&& range) { return itertools::pairwise(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
