// cycle: a range again and again. Python: itertools.cycle.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/still.hpp>
#include <deepyield/lazy_range.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class cycled {
 public:
  using element_type = const value_t<Range>&;

  explicit cycled(held_range<Range> range) : range_(std::move(range)), seen_(detail::make_still<std::vector<seen>>()) {}

  DEEPYIELD_INLINED cycled(cycled&&) = default;
  DEEPYIELD_INLINED ~cycled() = default;

  DEEPYIELD_INLINED const value_t<Range>* next() {
    if (!last_) {
      if (range_.go_on()) {
        seen_->push_back({parting<Range>(*range_)});
        at_ = std::addressof(seen_->back());
        return current();
      }
      if (seen_->empty()) return nullptr;
      at_ = last_ = std::addressof(seen_->back());
    }
    if (at_++ == last_) at_ = seen_->data();
    return current();
  }
  const value_t<Range>* current() const noexcept { return std::addressof(at_->value); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  struct seen {
    contained<value_t<Range>> value;  // a vector<bool> would have no references to give
  };

  pulled<Range> range_;
  still<std::vector<seen>> seen_;
  const seen* at_ = nullptr;
  const seen* last_ = nullptr;  // once all are seen
};

}  // namespace detail

namespace itertools {

/// The elements of the range, and then the same again, from copies, without an end; of an empty range nothing.
///
///   for (int i : itertools::cycle(count_up_to(2)) | itertools::islice(5)) use(i);  // 1, 2, 1, 2, 1
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::cycled<Range>> cycle(Range&& range) {
  return detail::lazily<detail::cycled<Range>>(detail::hold(std::forward<Range>(range)));
}

///   for (int i : count_up_to(2) | itertools::cycle() | itertools::islice(5)) use(i);
inline auto cycle() {
  return detail::awaiting_range([](auto&& range) { return itertools::cycle(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
