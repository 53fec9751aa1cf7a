// cycle: a range again and again. Python: itertools.cycle.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <deque>
#include <memory>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class cycled {
 public:
  using element_type = const value_t<Range>&;

  explicit cycled(held_range<Range> range) : range_(std::move(range)) {}

  BOOST_FORCEINLINE cycled(cycled&&) = default;
  BOOST_FORCEINLINE ~cycled() = default;

  BOOST_FORCEINLINE const value_t<Range>* next() {
    if (!all_seen_) {
      if (range_.go_on()) {
        seen_.push_back(parting<Range>(*range_));
        return std::addressof(seen_.back());
      }
      if (seen_.empty()) return nullptr;
      all_seen_ = true;
    }
    if (left_ == 0) {
      at_ = seen_.cbegin();
      left_ = seen_.size();
    }
    --left_;
    return std::addressof(*at_++);
  }

 private:
  pulled<Range> range_;
  std::deque<value_t<Range>> seen_;  // a vector<bool> would have no references to give
  bool all_seen_ = false;
  typename std::deque<value_t<Range>>::const_iterator at_{};  // stays good when this is moved
  std::size_t left_ = 0;                                      // of this round
};

}  // namespace detail

namespace itertools {

/// The elements of the range, and then the same again, from copies, without an end; of an empty range nothing.
///
///   for (int i : itertools::cycle(count_up_to(2)) | itertools::islice(5)) use(i);  // 1, 2, 1, 2, 1
template <class Range, detail::if_range<Range> = 0>
BOOST_FORCEINLINE lazy_range<detail::cycled<Range>> cycle(Range&& range) {
  return detail::lazily<detail::cycled<Range>>(detail::hold(std::forward<Range>(range)));
}

///   for (int i : count_up_to(2) | itertools::cycle() | itertools::islice(5)) use(i);
inline auto cycle() {
  return detail::awaiting_range([](auto&& range) { return itertools::cycle(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
