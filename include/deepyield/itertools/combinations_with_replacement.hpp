// combinations_with_replacement: all ways to choose r elements, each any number of times. Python:
// itertools.combinations_with_replacement.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/pool_cursor.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range>
class combinations_with_replacement_cursor : public pool_cursor<Range> {
 public:
  combinations_with_replacement_cursor(all_t<Range> range, std::size_t r)
      : pool_cursor<Range>(std::move(range)), place_(r, 0) {}

  const std::vector<range_value_t<Range>>* next() {
    const std::size_t r = place_.size();
    if (this->begin()) {
      if (this->pool().empty() && r > 0) return nullptr;
      for (std::size_t i = 0; i < r; ++i) chosen_.push_back(this->pool()[0]);
      return &chosen_;
    }
    std::size_t i = r;  // one past the last place that can still go up
    while (i > 0 && place_[i - 1] == this->pool().size() - 1) --i;
    if (i == 0) return nullptr;
    const std::size_t place = place_[i - 1] + 1;
    for (std::size_t at = i - 1; at < r; ++at) {
      place_[at] = place;
      chosen_[at] = this->pool()[place];
    }
    return &chosen_;
  }

 private:
  std::vector<range_value_t<Range>> chosen_;
  std::vector<std::size_t> place_;
};

/// How combinations_with_replacement() is called.
struct combinations_with_replacement_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: combinations_with_replacement() takes the range, then a whole "
                  "number: combinations_with_replacement(range, r).");
    return {};
  }
};

struct combinations_with_replacement_function
    : takes_numbers<combinations_with_replacement_signature, 1, 1, copied_elements> {
  template <class Range, if_range<Range> = 0>
  lazy_range<combinations_with_replacement_cursor<Range>> operator()(Range&& range,
                                                                     size_argument r) const {
    const std::size_t length = r.at_least(0, "combinations_with_replacement() needs a number");
    return detail::make_lazy_range<combinations_with_replacement_cursor<Range>>(
        detail::all(std::forward<Range>(range)), length);
  }
};

}  // namespace detail

namespace itertools {

/// The same as combinations, but an element may be chosen again.
///
///   // 11, 12, 22
///   for (const std::vector<int>& two : itertools::combinations_with_replacement(count_up_to(2),
///       2))
///     std::cout << two[0] << two[1];
///   for (const std::vector<int>& two : count_up_to(2)
///       | itertools::combinations_with_replacement(2))
///     use(two[0]);
constexpr detail::range_first<detail::combinations_with_replacement_function>
    combinations_with_replacement{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
