// windowed: each n neighbours. Python: more_itertools.sliding_window.
#pragma once

#include <deepyield/detail/amount.hpp>
#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/still.hpp>
#include <deepyield/lazy_range.hpp>

#include <boost/circular_buffer.hpp>

#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class windows {
 public:
  using element_type = const boost::circular_buffer<contained<value_t<Range>>>&;

  windows(held_range<Range> range, std::size_t size) : range_(std::move(range)), window_(detail::make_still<boost::circular_buffer<value_t<Range>>>(size)) {}

  DEEPYIELD_INLINED windows(windows&&) = default;
  DEEPYIELD_INLINED ~windows() = default;

  DEEPYIELD_INLINED const boost::circular_buffer<value_t<Range>>* next() {
    do {
      if (!range_.go_on()) return nullptr;
      window_->push_back(parting<Range>(*range_));
    } while (!window_->full());
    return current();
  }

  const boost::circular_buffer<value_t<Range>>* current() noexcept { return &*window_; }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  pulled<Range> range_;
  still<boost::circular_buffer<value_t<Range>>> window_;
};

}  // namespace detail

namespace itertools {

/// The first `n` elements, the second to the one after, and so on: a boost::circular_buffer that moves on by one each time; nothing where there are fewer. Elements
/// are copied once. Throws std::invalid_argument where n is less than 1.
///
///   for (auto& three : itertools::windowed(count_up_to(4), 3)) use(three.front());  // 1, 2
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::windows<Range>> windowed(Range&& range, detail::amount n) {
  const std::size_t size = n.at_least(1, "windowed() needs windows");
  return detail::lazily<detail::windows<Range>>(detail::hold(std::forward<Range>(range)), size);
}

///   for (auto& three : count_up_to(4) | itertools::windowed(3)) use(three.front());
inline auto windowed(detail::amount n) {
  return detail::awaiting_range([n](auto&& range) { return itertools::windowed(std::forward<decltype(range)>(range), n); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
