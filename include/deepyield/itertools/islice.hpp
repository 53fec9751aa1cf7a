// islice: a part of a range, by positions. Python: itertools.islice.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/size_argument.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range>
class islice_cursor : public cursor_adaptor<Range> {
 public:
  islice_cursor(all_t<Range> range, std::size_t start, std::size_t stop, std::size_t step)
      : cursor_adaptor<Range>(std::move(range)),
        left_((std::max)(start, stop)),  // reads up to start in any case, as Python does
        to_skip_(start),
        step_(step) {}
  DEEPYIELD_INLINED islice_cursor(islice_cursor&&) = default;
  DEEPYIELD_INLINED ~islice_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<Range> next() {
    while (left_ > 0) {
      const auto element = this->base().next();
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

 private:
  std::size_t left_;  // how many elements may still be read
  std::size_t to_skip_, step_;
};

/// How islice() is called.
struct islice_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: islice() takes the range, then whole numbers: islice(range, stop) or "
                  "islice(range, start, stop, step).");
    return {};
  }
};

struct islice_function : takes_numbers<islice_signature, 1, 3> {
  template <class Range, if_range<Range> = 0>
  DEEPYIELD_INLINED lazy_range<islice_cursor<Range>> operator()(Range&& range, size_argument start,
                                                                size_argument stop,
                                                                size_argument step = 1) const {
    const std::size_t from = start.at_least(0, "islice() needs a start");
    const std::size_t to = stop.at_least(0, "islice() needs a stop");
    const std::size_t stride = step.at_least(1, "islice() needs a step");
    return detail::make_lazy_range<islice_cursor<Range>>(detail::all(std::forward<Range>(range)),
                                                         from, to, stride);
  }
  template <class Range, if_range<Range> = 0>
  DEEPYIELD_INLINED lazy_range<islice_cursor<Range>> operator()(Range&& range,
                                                                size_argument stop) const {
    return (*this)(std::forward<Range>(range), 0, stop);
  }
};

}  // namespace detail

namespace itertools {

/// A stop that is never reached (Python: None).
constexpr std::size_t no_stop = (std::numeric_limits<std::size_t>::max)();

/// The elements at positions start, start + step, ... before stop, as the range gives them. With
/// one number, the first `stop` elements. Takes `stop` elements of the range, or `start` if that is
/// more, and never another. Throws std::invalid_argument for a step of 0 and for numbers below 0.
///
///   for (int i : itertools::islice(count_up_to(10), 2)) use(i);         // 1, 2
///   for (int i : itertools::islice(count_up_to(10), 2, 8, 3)) use(i);   // 3, 6
///   for (int i : count_up_to(10) | itertools::islice(2, 8, 3)) use(i);  // 3, 6
constexpr detail::range_first<detail::islice_function> islice{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
