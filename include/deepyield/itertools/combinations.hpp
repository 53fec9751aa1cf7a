// combinations: all ways to choose r elements. Python: itertools.combinations.
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

// Each choice of r of the elements of a pool.
template <class Value>
class choices {
 public:
  const std::vector<Value>* begin(const std::vector<Value>& pool, std::size_t r) {
    if (r > pool.size()) return nullptr;
    chosen_.assign(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(r));
    place_.resize(r);
    for (std::size_t i = 0; i < r; ++i) place_[i] = i;
    return &chosen_;
  }

  const std::vector<Value>* next(const std::vector<Value>& pool) {
    const std::size_t r = chosen_.size();
    std::size_t i = r;  // behind the last place that can still go up
    while (i > 0 && place_[i - 1] == i - 1 + pool.size() - r) --i;
    if (i == 0) return nullptr;
    for (std::size_t place = place_[i - 1] + 1; i <= r; ++i, ++place) {
      place_[i - 1] = place;
      chosen_[i - 1] = pool[place];
    }
    return &chosen_;
  }

 private:
  std::vector<Value> chosen_;
  std::vector<std::size_t> place_;
};

template <class Range>
class combined {
 public:
  using element_type = const std::vector<range_value_t<Range>>&;

  combined(all_t<Range> range, std::size_t r) : range_(std::move(range)), r_(r) {}

  const std::vector<range_value_t<Range>>* next() {
    if (begun_) return choices_.next(pool_);
    pool_ = detail::to_vector(*range_);
    begun_ = true;
    return choices_.begin(pool_, r_);
  }
  DEEPYIELD_INLINED bool executing() { return !begun_ && is_executing<Range>(*range_); }

 private:
  all_t<Range> range_;
  std::size_t r_;
  bool begun_ = false;
  std::vector<range_value_t<Range>> pool_;
  choices<range_value_t<Range>> choices_;
};

}  // namespace detail

namespace itertools {

/// Each choice of `r` elements, in the order of their places, choices in the order of their first
/// places; none where there are fewer. One vector for all of them: copy it to keep it. Elements are
/// equal or not by their places alone. Throws std::invalid_argument where r is below 0.
///
///   // 12, 13, 23
///   for (const std::vector<int>& two : itertools::combinations(count_up_to(3), 2))
///     std::cout << two[0] << two[1];
template <class Range>
lazy_range<detail::combined<Range>> combinations(Range&& range, detail::size_argument r) {
  const std::size_t length = r.at_least(0, "combinations() needs a number");
  return detail::make_lazy_range<detail::combined<Range>>(detail::all(std::forward<Range>(range)),
                                                          length);
}

///   for (const std::vector<int>& two : count_up_to(3) | itertools::combinations(2)) use(two[0]);
inline auto combinations(detail::size_argument r) {
  return detail::make_closure([r](auto&& range) {
    return itertools::combinations(std::forward<decltype(range)>(range), r);
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
