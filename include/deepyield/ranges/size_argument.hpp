// size_argument: a parameter that takes a count, and notices a negative one.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/ranges/access.hpp>  // for refused
#include <deepyield/utility/inlined.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Whether a type is one of numbers. A bool in the place of a number is a mistake.
template <class Number>
struct is_number : std::integral_constant<bool, std::is_convertible<Number, std::size_t>::value &&
                                                    !std::is_same<Number, bool>::value &&
                                                    !std::is_same<Number, refused>::value> {};

/// A count, from any type that converts to one. A std::size_t parameter would turn a negative count
/// into a huge one.
class size_argument {
 public:
  template <class Number, std::enable_if_t<is_number<Number>::value, int> = 0>
  DEEPYIELD_INLINED constexpr size_argument(Number number) noexcept
      : number_(static_cast<std::size_t>(number)),
        negative_(below_zero(number, std::is_unsigned<Number>())) {}

  /// The number. Throws std::invalid_argument if it is less than `least`; the message begins with
  /// `needs`, such as "batched() needs groups". Call it before moving from a range, so that the
  /// caller still has it after a refusal.
  DEEPYIELD_INLINED std::size_t at_least(std::size_t least, const char* needs) const {
    if (BOOST_UNLIKELY(negative_ || number_ < least)) throw_too_low(least, needs);
    return number_;
  }
  /// The number, or zero if it is negative.
  constexpr std::size_t or_zero() const noexcept { return negative_ ? 0 : number_; }

 private:
  template <class Number>
  static constexpr bool below_zero(const Number&, std::true_type) noexcept {
    return false;
  }
  template <class Number>
  static constexpr bool below_zero(const Number& number, std::false_type) noexcept {
    return number < 0;
  }

  [[noreturn]] BOOST_NOINLINE static void throw_too_low(std::size_t least, const char* needs) {
    throw std::invalid_argument(std::string("deepyield: ") + needs + " of at least " +
                                std::to_string(least));
  }

  std::size_t number_;
  bool negative_;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
