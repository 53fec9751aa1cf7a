// windowed: each n neighbours. Python: more_itertools.sliding_window.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/unique_ptr.hpp>

#include <boost/circular_buffer.hpp>

#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class windows {
 public:
  using element_type = const boost::circular_buffer<container_element_t<range_value_t<Range>>>&;

  windows(all_t<Range> range, std::size_t size)
      : range_(std::move(range)),
        window_(detail::make_unique<boost::circular_buffer<range_value_t<Range>>>(size)) {}

  DEEPYIELD_INLINED windows(windows&&) = default;
  DEEPYIELD_INLINED ~windows() = default;

  DEEPYIELD_INLINED const boost::circular_buffer<range_value_t<Range>>* next() {
    do {
      if (!range_.advance()) return nullptr;
      window_->push_back(move_or_copy<Range>(*range_));
    } while (!window_->full());
    return current();
  }

  const boost::circular_buffer<range_value_t<Range>>* current() noexcept { return &*window_; }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  base_cursor<Range> range_;
  unique_ptr<boost::circular_buffer<range_value_t<Range>>> window_;
};

}  // namespace detail

namespace itertools {

/// The first `n` elements, the second to the one after, and so on: a boost::circular_buffer that
/// moves on by one each time; nothing where there are fewer. Elements are copied once. Throws
/// std::invalid_argument where n is less than 1.
///
///   for (auto& three : itertools::windowed(count_up_to(4), 3)) use(three.front());  // 1, 2
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::windows<Range>> windowed(Range&& range,
                                                              detail::size_argument n) {
  const std::size_t size = n.at_least(1, "windowed() needs windows");
  return detail::make_lazy_range<detail::windows<Range>>(detail::all(std::forward<Range>(range)),
                                                         size);
}

///   for (auto& three : count_up_to(4) | itertools::windowed(3)) use(three.front());
inline auto windowed(detail::size_argument n) {
  return detail::make_closure(
      [n](auto&& range) { return itertools::windowed(std::forward<decltype(range)>(range), n); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
