// windowed: the old name of sliding_window.
#pragma once

#include <deepyield/itertools/sliding_window.hpp>
#include <deepyield/ranges/adaptor.hpp>

namespace deepyield {
inline namespace v2 {
namespace itertools {

/// The same as sliding_window.
[[deprecated(
    "deepyield: windowed is now sliding_window, as in more_itertools; the old name will be removed "
    "in 0.3")]]
constexpr detail::range_first<detail::sliding_window_function> windowed{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
