// powerset: all ways to choose any number of elements. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/itertools/combinations.hpp>
#include <deepyield/lazy_range.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class subsets {
 public:
  using element_type = const std::vector<value_t<Range>>&;

  explicit subsets(held_range<Range> range) : range_(std::move(range)) {}

  const std::vector<value_t<Range>>* next() {
    if (!begun_) {
      pool_ = detail::collect(*range_);
      begun_ = true;
      return choices_.begin(pool_, 0);
    }
    if (const auto subset = choices_.next(pool_)) return subset;
    return choices_.begin(pool_, ++size_);
  }
  DEEPYIELD_INLINED bool executing() { return !begun_ && execution_of<Range>(*range_); }

 private:
  held_range<Range> range_;
  bool begun_ = false;
  std::size_t size_ = 0;
  std::vector<value_t<Range>> pool_;
  choices<value_t<Range>> choices_;
};

}  // namespace detail

namespace itertools {

/// The combinations of none of the elements, of one, and so on up to all.
///
///   for (const std::vector<int>& some : itertools::powerset(count_up_to(2))) std::cout << some.size();  // 0, 1, 1, 2
template <class Range, detail::if_range<Range> = 0>
lazy_range<detail::subsets<Range>> powerset(Range&& range) {
  return detail::lazily<detail::subsets<Range>>(detail::hold(std::forward<Range>(range)));
}

///   for (const std::vector<int>& some : count_up_to(2) | itertools::powerset()) std::cout << some.size();
inline auto powerset() {
  return detail::awaiting_range([](auto&& range) { return itertools::powerset(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
