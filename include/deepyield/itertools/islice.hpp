// islice: a part of a range, by positions. Python: itertools.islice.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/utility/inlined.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class sliced {
 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  sliced(all_t<Range> range, std::size_t start, std::size_t stop, std::size_t step)
      // the start, also where it gives nothing: as Python's
      : range_(std::move(range)), left_((std::max)(start, stop)), to_skip_(start), step_(step) {}

  DEEPYIELD_INLINED sliced(sliced&&) = default;
  DEEPYIELD_INLINED ~sliced() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    while (left_ > 0) {
      const auto element = range_.next();
      if (!element) break;
      --left_;
      if (to_skip_ == 0) {
        to_skip_ = step_ - 1;
        return element;
      }
      --to_skip_;
    }
    return nullptr;
  }

  std::remove_reference_t<element_type>* current() noexcept { return range_.current(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  base_cursor<Range> range_;
  std::size_t left_;  // of what may be taken
  std::size_t to_skip_, step_;
};

}  // namespace detail

namespace itertools {

/// For a stop that never comes (Python: None).
constexpr std::size_t no_stop = (std::numeric_limits<std::size_t>::max)();

/// The elements at start, start + step, ... before stop, as the range gives them. Takes `stop`
/// elements of the range, or `start` if that is more, and never another. Throws
/// std::invalid_argument for a step of 0 and for numbers below 0.
///
///   for (int i : itertools::islice(count_up_to(10), 2, 8, 3)) use(i);  // 3, 6
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::sliced<Range>> islice(Range&& range,
                                                           detail::size_argument start,
                                                           detail::size_argument stop,
                                                           detail::size_argument step = 1) {
  const std::size_t from = start.at_least(0, "islice() needs a start");
  const std::size_t to = stop.at_least(0, "islice() needs a stop");
  const std::size_t stride = step.at_least(1, "islice() needs a step");
  return detail::make_lazy_range<detail::sliced<Range>>(detail::all(std::forward<Range>(range)),
                                                        from, to, stride);
}

/// The first `stop` elements.
///
///   for (int i : itertools::islice(count_up_to(10), 2)) use(i);  // 1, 2
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::sliced<Range>> islice(Range&& range,
                                                           detail::size_argument stop) {
  return itertools::islice(std::forward<Range>(range), 0, stop);
}

///   for (int i : count_up_to(10) | itertools::islice(2)) use(i);  // 1, 2
inline auto islice(detail::size_argument stop) {
  return detail::make_closure([=](auto&& range) {
    return itertools::islice(std::forward<decltype(range)>(range), 0, stop);
  });
}

///   for (int i : count_up_to(10) | itertools::islice(2, 8, 3)) use(i);  // 3, 6
inline auto islice(detail::size_argument start, detail::size_argument stop,
                   detail::size_argument step = 1) {
  return detail::make_closure([=](auto&& range) {
    return itertools::islice(std::forward<decltype(range)>(range), start, stop, step);
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
