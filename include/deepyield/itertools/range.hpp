// range: numbers in equal steps. Python: range.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/refusal.hpp>
#include <deepyield/utility/inlined.hpp>

#include <stdexcept>
#include <type_traits>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Number>
class range_cursor {
 public:
  using element_type = Number;

  range_cursor(Number start, Number stop, Number step)
      : next_(start),
        current_(start),
        stop_(stop),
        step_(step),
        more_(step > Number() ? start < stop : start > stop) {}

  DEEPYIELD_INLINED Number* next() {
    if (!more_) return nullptr;
    current_ = next_;
    // Compares distances, so that no number beyond the stop is ever computed.
    more_ = step_ > Number() ? gap(next_, stop_) > gap(Number(), step_)
                             : gap(stop_, next_) > gap(step_, Number());
    if (more_) next_ = static_cast<Number>(next_ + step_);
    return &current_;
  }

  Number* current() noexcept { return &current_; }

 private:
  // The distance up to `to`, even if it exceeds the type's largest number.
  template <class Integer, std::enable_if_t<std::is_integral<Integer>::value, int> = 0>
  static auto gap(Integer from, Integer to) {
    using unsigned_type = std::make_unsigned_t<Integer>;
    return static_cast<unsigned_type>(static_cast<unsigned_type>(to) -
                                      static_cast<unsigned_type>(from));
  }
  template <class Other, std::enable_if_t<!std::is_integral<Other>::value, int> = 0>
  static auto gap(Other from, Other to) {
    return to - from;
  }

  Number next_;
  Number current_;  // what the consumer sees, and may change
  Number stop_, step_;
  bool more_;
};

struct range_takes_numbers : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: range() counts by numbers: range(stop), range(start, stop), "
                  "range(start, stop, step). A text or a container is none.");
    return {};
  }
};
struct range_takes_one_type : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: range() takes numbers of one type: name it, as in "
                  "range<double>(0, 2.5).");
    return {};
  }
};
template <class Number>
struct is_range_number
    : std::integral_constant<bool, !is_range<Number>::value && !std::is_pointer<Number>::value> {};
template <class First, class... Number>
struct range_arguments
    : std::conditional_t<
          std::is_same<arguments<First, Number...>, arguments<Number..., First>>::value,
          std::conditional_t<is_range_number<First>::value, accepted, range_takes_numbers>,
          std::conditional_t<all_checks<is_range_number<First>, is_range_number<Number>...>::value,
                             range_takes_one_type, range_takes_numbers>> {};
// The first template parameter of a function whose others no caller can name.
enum class unnamed {};

}  // namespace detail

namespace itertools {

/// start, start + step, ... while less than stop; while greater than stop if the step is negative.
/// Throws std::invalid_argument for a step of 0.
///
///   for (int i : itertools::range(10, 4, -3)) use(i);  // 10, 7
template <class Number, detail::if_accepted<detail::range_arguments<Number>> = 0>
DEEPYIELD_INLINED lazy_range<detail::range_cursor<Number>> range(Number start, Number stop,
                                                                 Number step) {
  if (step == Number())
    throw std::invalid_argument("deepyield: range() needs a step that is not 0");
  return detail::make_lazy_range<detail::range_cursor<Number>>(start, stop, step);
}

/// The same in steps of 1, from 0 if there is only a stop.
///
///   for (int i : itertools::range(2, 5)) use(i);  // 2, 3, 4
///   for (int i : itertools::range(3)) use(i);     // 0, 1, 2
template <class Number, detail::if_accepted<detail::range_arguments<Number>> = 0>
DEEPYIELD_INLINED lazy_range<detail::range_cursor<Number>> range(Number start, Number stop) {
  return itertools::range(start, stop, Number(1));
}
template <class Number, detail::if_accepted<detail::range_arguments<Number>> = 0>
DEEPYIELD_INLINED lazy_range<detail::range_cursor<Number>> range(Number stop) {
  return itertools::range(Number(), stop, Number(1));
}
template <detail::unnamed = detail::unnamed(), class... Argument,
          detail::if_refused<detail::range_arguments<Argument...>> = 0>
detail::refused range(Argument...) {
  return detail::range_arguments<Argument...>::template refuse<false>();
}

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
