// combinations_with_replacement: all ways to choose r elements, each as often as one likes. Python:
// itertools.combinations_with_replacement.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/inlined.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class combined_with_replacement {
 public:
  using element_type = const std::vector<range_value_t<Range>>&;

  combined_with_replacement(all_t<Range> range, std::size_t r)
      : range_(std::move(range)), place_(r, 0) {}

  const std::vector<range_value_t<Range>>* next() {
    const std::size_t r = place_.size();
    if (!begun_) {
      pool_ = detail::to_vector(*range_);
      begun_ = true;
      if (pool_.empty() && r > 0) return nullptr;
      for (std::size_t i = 0; i < r; ++i) chosen_.push_back(pool_[0]);
      return &chosen_;
    }
    std::size_t i = r;  // behind the last place that can still go up
    while (i > 0 && place_[i - 1] == pool_.size() - 1) --i;
    if (i == 0) return nullptr;
    const std::size_t place = place_[i - 1] + 1;
    for (std::size_t at = i - 1; at < r; ++at) {
      place_[at] = place;
      chosen_[at] = pool_[place];
    }
    return &chosen_;
  }
  DEEPYIELD_INLINED bool executing() { return !begun_ && is_executing<Range>(*range_); }

 private:
  all_t<Range> range_;
  bool begun_ = false;
  std::vector<range_value_t<Range>> pool_, chosen_;
  std::vector<std::size_t> place_;
};

}  // namespace detail

namespace itertools {

/// As combinations, but an element may be chosen again.
///
///   // 11, 12, 22
///   for (const std::vector<int>& two : itertools::combinations_with_replacement(count_up_to(2),
///       2))
///     std::cout << two[0] << two[1];
template <class Range>
lazy_range<detail::combined_with_replacement<Range>> combinations_with_replacement(
    Range&& range, detail::size_argument r) {
  const std::size_t length = r.at_least(0, "combinations_with_replacement() needs a number");
  return detail::make_lazy_range<detail::combined_with_replacement<Range>>(
      detail::all(std::forward<Range>(range)), length);
}

///   for (const std::vector<int>& two : count_up_to(2)
///       | itertools::combinations_with_replacement(2))
///     use(two[0]);
inline auto combinations_with_replacement(detail::size_argument r) {
  return detail::make_closure([r](auto&& range) {
    return itertools::combinations_with_replacement(std::forward<decltype(range)>(range), r);
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
