// strict: makes zip() and map() of several ranges refuse ranges of different lengths. Python: the
// argument strict=True of zip (PEP 618) and map.
#pragma once

#include <deepyield/config.hpp>

#include <boost/config.hpp>

#include <stdexcept>
#include <string>

namespace deepyield {
inline namespace v2 {
namespace itertools {

/// The type of `strict`.
struct strict_t {
  explicit strict_t() = default;
};
/// The first argument of zip() and map(): where one range ends before another, next() throws
/// std::invalid_argument, which says which. (Python: strict=True)
///
///   auto pairs = itertools::zip(itertools::strict, names, count_up_to(5));
constexpr strict_t strict{};

}  // namespace itertools

namespace detail {

/// `which` ended where those before it did not, or went on where they ended. Counts from 1.
[[noreturn]] BOOST_NOINLINE inline void throw_other_length(const char* adaptor, unsigned which,
                                                           const char* longer_or_shorter) {
  throw std::invalid_argument("deepyield: range " + std::to_string(which) + " of " + adaptor +
                              "(strict, ...) is " + longer_or_shorter + " than " +
                              (which == 2 ? "range 1" : "ranges 1-" + std::to_string(which - 1)));
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
