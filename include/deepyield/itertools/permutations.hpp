// permutations: all orders of r elements. Python: itertools.permutations.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/lazy_range.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

// All orders of all elements, in the order of std::next_permutation of their places. What that has to look for follows from how often each position has changed: those behind
// it are in falling order when its turn comes, so that the next element for it stands as far from the end. Five orders of six change the last three positions alone.
template <class Value>
class orders {
 public:
  const std::vector<Value>* begin(std::vector<Value> elements) {
    elements_ = std::move(elements);
    turns_.assign(elements_.size(), 0);
    last_two_swapped_ = elements_.size() < 2;
    return &elements_;
  }

  BOOST_FORCEINLINE const std::vector<Value>* next() {
    using std::swap;
    const std::size_t n = elements_.size();
    last_two_swapped_ = !last_two_swapped_;
    if (last_two_swapped_) {
      // The last has no turns, but compilers do not know: they would read the two as one, and wait for both to have been written.
      swap(elements_[n - 2], elements_[n - 1 - turns_[n - 1]]);
      return &elements_;
    }
    if (n < 3) return nullptr;
    if (turns_[n - 3] < 2) {
      Value first = std::move(elements_[n - 3]);
      if (++turns_[n - 3] == 1) {
        elements_[n - 3] = std::move(elements_[n - 1]);
        elements_[n - 1] = std::move(elements_[n - 2]);
        elements_[n - 2] = std::move(first);
      } else {
        elements_[n - 3] = std::move(elements_[n - 2]);
        elements_[n - 2] = std::move(elements_[n - 1]);
        elements_[n - 1] = std::move(first);
      }
      return &elements_;
    }
    std::size_t at = n - 3;
    for (; turns_[at] == n - 1 - at; --at) {
      if (at == 0) return nullptr;
      turns_[at] = 0;
    }
    swap(elements_[at], elements_[n - 1 - turns_[at]]);
    ++turns_[at];
    std::size_t left = at + 1, right = n - 1;
    do swap(elements_[left], elements_[right]);
    while (++left < --right);
    return &elements_;
  }

 private:
  std::vector<Value> elements_;
  std::vector<std::size_t> turns_;  // of each position, since one before it has changed
  bool last_two_swapped_ = false;   // the turn of the last position but one
};

// Each order of some of them.
template <class Value>
class partial_orders {
 public:
  const std::vector<Value>* begin(std::vector<Value> elements, std::size_t length) {
    pool_ = std::move(elements);
    chosen_.assign(pool_.begin(), pool_.begin() + static_cast<std::ptrdiff_t>(length));
    place_.resize(pool_.size());
    turns_left_.resize(length);
    for (std::size_t i = 0; i < pool_.size(); ++i) place_[i] = i;
    for (std::size_t i = 0; i < length; ++i) turns_left_[i] = pool_.size() - i - 1;
    return &chosen_;
  }

  const std::vector<Value>* next() {
    const std::size_t n = pool_.size();
    // The last position that has not had all of its turns gets the next; those behind it begin anew, in the order of the places that are left.
    std::size_t i = chosen_.size();
    while (i > 0 && turns_left_[i - 1] == 0) {
      --i;
      const std::size_t first = place_[i];
      for (std::size_t at = i; at + 1 < n; ++at) place_[at] = place_[at + 1];
      place_[n - 1] = first;
      turns_left_[i] = n - i - 1;
    }
    if (i == 0) return nullptr;
    std::swap(place_[i - 1], place_[n - turns_left_[i - 1]--]);
    for (std::size_t at = i - 1; at < chosen_.size(); ++at) chosen_[at] = pool_[place_[at]];
    return &chosen_;
  }

 private:
  std::vector<Value> pool_, chosen_;
  std::vector<std::size_t> place_, turns_left_;
};

template <class Range>
class permuted {
 public:
  using element_type = const std::vector<value_t<Range>>&;

  permuted(held_range<Range> range, std::size_t r) : range_(std::move(range)), r_(r) {}

  BOOST_FORCEINLINE const std::vector<value_t<Range>>* next() {
    if (BOOST_LIKELY(of_ == of::all)) return orders_.next();
    return of_ == of::some ? partial_orders_.next() : begin();
  }

 private:
  enum class of { nothing_yet, all, some };

  BOOST_NOINLINE const std::vector<value_t<Range>>* begin() {
    std::vector<value_t<Range>> elements = detail::collect(*range_);
    const std::size_t length = r_ == (std::numeric_limits<std::size_t>::max)() ? elements.size() : r_;
    if (length > elements.size()) return nullptr;
    of_ = length == elements.size() ? of::all : of::some;
    return of_ == of::all ? orders_.begin(std::move(elements)) : partial_orders_.begin(std::move(elements), length);
  }

  held_range<Range> range_;
  std::size_t r_;
  of of_ = of::nothing_yet;
  orders<value_t<Range>> orders_;
  partial_orders<value_t<Range>> partial_orders_;
};

}  // namespace detail

namespace itertools {

/// Each order of `r` of the elements, in the order of their places; of all of them if r is not given; none where there are fewer. One vector for all of them: copy
/// it to keep it. Elements are equal or not by their places alone.
///
///   for (const std::vector<int>& order : itertools::permutations(count_up_to(3))) use(order[0]);     // 1, 1, 2, 2, 3, 3
///   for (const std::vector<int>& two : itertools::permutations(count_up_to(3), 2)) use(two[0]);  // 1, 1, 2, 2, 3, 3
template <class Range, detail::if_range<Range> = 0>
lazy_range<detail::permuted<Range>> permutations(Range&& range, std::size_t r = (std::numeric_limits<std::size_t>::max)()) {
  return detail::lazily<detail::permuted<Range>>(detail::hold(std::forward<Range>(range)), r);
}

///   for (const std::vector<int>& two : count_up_to(3) | itertools::permutations(2)) use(two[0]);
inline auto permutations(std::size_t r = (std::numeric_limits<std::size_t>::max)()) {
  return detail::awaiting_range([r](auto&& range) { return itertools::permutations(std::forward<decltype(range)>(range), r); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
