// powerset: all ways to choose any number of elements. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/itertools/combinations.hpp>
#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/inlined.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class subsets {
 public:
  using element_type = const std::vector<range_value_t<Range>>&;

  explicit subsets(all_t<Range> range) : range_(std::move(range)) {}

  const std::vector<range_value_t<Range>>* next() {
    if (!begun_) {
      pool_ = detail::to_vector(*range_);
      begun_ = true;
      return choices_.begin(pool_, 0);
    }
    if (const auto subset = choices_.next(pool_)) return subset;
    return choices_.begin(pool_, ++size_);
  }
  DEEPYIELD_INLINED bool executing() { return !begun_ && is_executing<Range>(*range_); }

 private:
  all_t<Range> range_;
  bool begun_ = false;
  std::size_t size_ = 0;
  std::vector<range_value_t<Range>> pool_;
  choices<range_value_t<Range>> choices_;
};

}  // namespace detail

namespace itertools {

/// The combinations of none of the elements, of one, and so on up to all.
///
///   // 0, 1, 1, 2
///   for (const std::vector<int>& some : itertools::powerset(count_up_to(2)))
///     std::cout << some.size();
template <class Range, detail::if_range<Range> = 0>
lazy_range<detail::subsets<Range>> powerset(Range&& range) {
  return detail::make_lazy_range<detail::subsets<Range>>(detail::all(std::forward<Range>(range)));
}

///   for (const std::vector<int>& some : count_up_to(2) | itertools::powerset())
///     std::cout << some.size();
inline auto powerset() {
  return detail::make_closure(
      [](auto&& range) { return itertools::powerset(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
