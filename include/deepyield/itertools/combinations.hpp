// combinations: all ways to choose r elements. Python: itertools.combinations.
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

// Goes through all choices of r elements of a pool.
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
    std::size_t i = r;  // one past the last place that can still go up
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
class combinations_cursor : public pool_cursor<Range> {
 public:
  combinations_cursor(all_t<Range> range, std::size_t r)
      : pool_cursor<Range>(std::move(range)), r_(r) {}

  const std::vector<range_value_t<Range>>* next() {
    if (!this->begin()) return choices_.next(this->pool());
    return choices_.begin(this->pool(), r_);
  }

 private:
  std::size_t r_;
  choices<range_value_t<Range>> choices_;
};

/// How combinations() is called.
struct combinations_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met,
        "deepyield: combinations() takes the range, then a whole number: combinations(range, r).");
    return {};
  }
};

struct combinations_function : takes_numbers<combinations_signature, 1, 1, copied_elements> {
  template <class Range, if_range<Range> = 0>
  lazy_range<combinations_cursor<Range>> operator()(Range&& range, size_argument r) const {
    const std::size_t length = r.at_least(0, "combinations() needs a number");
    return detail::make_lazy_range<combinations_cursor<Range>>(
        detail::all(std::forward<Range>(range)), length);
  }
};

}  // namespace detail

namespace itertools {

/// All choices of `r` elements, in lexicographic order of their positions; none if the range has
/// fewer elements. A choice keeps the order of the range. Elements at different positions count as
/// different, even if they are equal. All choices are given in the same vector: copy it to keep it.
/// Throws std::invalid_argument if r is below 0.
///
///   // 12, 13, 23
///   for (const std::vector<int>& two : itertools::combinations(count_up_to(3), 2))
///     std::cout << two[0] << two[1];
///   for (const std::vector<int>& two : count_up_to(3) | itertools::combinations(2)) use(two[0]);
constexpr detail::range_first<detail::combinations_function> combinations{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
