// permutations: all orders of r elements. Python: itertools.permutations.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/optional.hpp>
#include <deepyield/utility/unique_ptr.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

// Goes through all orders of all elements, in the order of std::next_permutation of their
// positions. Instead of searching, it counts how often each position has changed: its turns. When a
// position changes, those after it are in descending order, so its next element is as far from the
// end as it has had turns. Five of six orders change only the last three positions.
template <class Value>
class orders {
 public:
  /// `elements` are in their first order; `turns` holds a zero for each of them.
  DEEPYIELD_INLINED orders(std::vector<Value>& elements,
                           std::vector<std::ptrdiff_t>& turns) noexcept
      : n_(static_cast<std::ptrdiff_t>(elements.size())),
        elements_(elements.begin()),
        turns_(turns.data()),
        last_two_swapped_(n_ < 2) {}

  /// Goes to the next order. Returns whether there is one.
  DEEPYIELD_INLINED bool next() {
    using std::swap;
    last_two_swapped_ = !last_two_swapped_;
    if (last_two_swapped_) {
      // turns_[n_ - 1] is always 0, but compilers do not know that. Otherwise they would read both
      // elements with one load, which waits until both have been written.
      swap(elements_[n_ - 2], elements_[n_ - 1 - turns_[n_ - 1]]);
      return true;
    }
    if (n_ < 3) return false;
    if (turns_[n_ - 3] < 2) {
      Value first = std::move(elements_[n_ - 3]);
      if (++turns_[n_ - 3] == 1) {
        elements_[n_ - 3] = std::move(elements_[n_ - 1]);
        elements_[n_ - 1] = std::move(elements_[n_ - 2]);
        elements_[n_ - 2] = std::move(first);
      } else {
        elements_[n_ - 3] = std::move(elements_[n_ - 2]);
        elements_[n_ - 2] = std::move(elements_[n_ - 1]);
        elements_[n_ - 1] = std::move(first);
      }
      return true;
    }
    std::ptrdiff_t at = n_ - 3;
    for (; turns_[at] == n_ - 1 - at; --at) {
      if (at == 0) return false;
      turns_[at] = 0;
    }
    swap(elements_[at], elements_[n_ - 1 - turns_[at]]);
    ++turns_[at];
    std::ptrdiff_t left = at + 1, right = n_ - 1;
    do swap(elements_[left], elements_[right]);
    while (++left < --right);
    return true;
  }

 private:
  std::ptrdiff_t n_;
  typename std::vector<Value>::iterator elements_;
  std::ptrdiff_t* turns_;  // how often each position has changed since one before it did
  bool last_two_swapped_;  // the turn of the last position but one
};

// Goes through all orders of some of the elements.
template <class Value>
class partial_orders {
 public:
  /// Chooses from `elements`; `chosen` holds the first of them.
  partial_orders(std::vector<Value> elements, std::vector<Value>& chosen)
      : pool_(std::move(elements)),
        chosen_(chosen),
        place_(pool_.size()),
        turns_left_(chosen.size()) {
    for (std::size_t i = 0; i < place_.size(); ++i) place_[i] = i;
    for (std::size_t i = 0; i < turns_left_.size(); ++i) turns_left_[i] = place_.size() - i - 1;
  }

  /// Goes to the next choice. Returns whether there is one.
  bool next() {
    const std::size_t n = pool_.size();
    // The last position with turns left takes its next one. Those after it start again, in the
    // order of the places that are left.
    std::size_t i = chosen_.size();
    while (i > 0 && turns_left_[i - 1] == 0) {
      --i;
      const std::size_t first = place_[i];
      for (std::size_t at = i; at + 1 < n; ++at) place_[at] = place_[at + 1];
      place_[n - 1] = first;
      turns_left_[i] = n - i - 1;
    }
    if (i == 0) return false;
    std::swap(place_[i - 1], place_[n - turns_left_[i - 1]--]);
    for (std::size_t at = i - 1; at < chosen_.size(); ++at) chosen_[at] = pool_[place_[at]];
    return true;
  }

 private:
  std::vector<Value> pool_;
  std::vector<Value>& chosen_;
  std::vector<std::size_t> place_, turns_left_;
};

template <class Range>
class permutations_cursor {
  using value_type = range_value_t<Range>;

 public:
  using element_type = const std::vector<value_type>&;

  permutations_cursor(all_t<Range> range, std::size_t r)
      : pool_(unique_ptr<pool>::make(std::move(range), r)) {}
  DEEPYIELD_INLINED permutations_cursor(permutations_cursor&&) = default;
  DEEPYIELD_INLINED ~permutations_cursor() = default;

  DEEPYIELD_INLINED const std::vector<value_type>* next() {
    if (BOOST_LIKELY(static_cast<bool>(all_))) return (*all_).next() ? current() : nullptr;
    if (!pool_->advance()) return nullptr;
    if (!pool_->some) all_.emplace(pool_->order, pool_->turns);
    return current();
  }
  const std::vector<value_type>* current() const noexcept { return &pool_->order; }
  DEEPYIELD_INLINED bool executing() {
    return !all_ && !pool_->some && is_executing<Range>(*pool_->range);
  }

 private:
  struct pool {
    pool(all_t<Range> kept_range, std::size_t length) : range(std::move(kept_range)), r(length) {}

    // Goes to the first order, or the next one of some elements.
    bool advance() {
      if (some) return (*some).next();
      order = detail::to_vector(*range);
      if (r == (std::numeric_limits<std::size_t>::max)()) r = order.size();
      if (r > order.size()) return false;
      if (r == order.size()) {
        turns.assign(r, 0);
        return true;
      }
      std::vector<value_type> elements = std::move(order);
      order.assign(elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(r));
      some.emplace(std::move(elements), order);
      return true;
    }

    all_t<Range> range;
    std::size_t r;
    std::vector<value_type> order;
    std::vector<std::ptrdiff_t> turns;  // used for orders of all elements
    optional<partial_orders<value_type>> some;
  };

  unique_ptr<pool> pool_;
  optional<orders<value_type>> all_;
};

/// How permutations() is called.
struct permutations_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: permutations() takes the range, then a whole number: "
                  "permutations(range, r), or none: permutations(range).");
    return {};
  }
};

struct permutations_function : takes_numbers<permutations_signature, 0, 1, copied_elements> {
  template <class Range, if_accepted<all_checks<range_check<Range>, copied_elements<Range>>> = 0>
  DEEPYIELD_INLINED lazy_range<permutations_cursor<Range>> operator()(
      Range&& range, size_argument r = (std::numeric_limits<std::size_t>::max)()) const {
    const std::size_t length = r.at_least(0, "permutations() needs a number");
    return detail::make_lazy_range<permutations_cursor<Range>>(
        detail::all(std::forward<Range>(range)), length);
  }
};

}  // namespace detail

namespace itertools {

/// All orders of `r` of the elements, in lexicographic order of their positions; of all elements if
/// r is not given; none if there are fewer. Elements at different positions count as different,
/// even if they are equal. All orders are given in the same vector: copy it to keep it. Throws
/// std::invalid_argument if r is below 0.
///
///   // 1, 1, 2, 2, 3, 3
///   for (const std::vector<int>& order : itertools::permutations(count_up_to(3))) use(order[0]);
///   // 1, 1, 2, 2, 3, 3
///   for (const std::vector<int>& two : itertools::permutations(count_up_to(3), 2)) use(two[0]);
///   for (const std::vector<int>& two : count_up_to(3) | itertools::permutations(2)) use(two[0]);
constexpr detail::range_first<detail::permutations_function> permutations{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
