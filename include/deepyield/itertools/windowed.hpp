// windowed: each n neighbours. Python: more_itertools.sliding_window.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <boost/circular_buffer.hpp>

#include <cstddef>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// The first `n` elements, the second to the one after, and so on: a boost::circular_buffer that moves on by one each time; nothing where there are fewer. Elements
/// are copied once. Throws std::invalid_argument where n is 0.
///
///   for (auto& three : itertools::windowed(count_up_to(4), 3)) use(three.front());  // 1, 2
template <class Range>
generator<const boost::circular_buffer<detail::value_t<Range>>&> windowed(Range&& range, std::size_t n) {
  using window_type = boost::circular_buffer<detail::value_t<Range>>;
  if (n == 0) throw std::invalid_argument("deepyield: windowed() needs windows of at least 1");
  return [range = detail::hold(std::forward<Range>(range)), n](yielder<const window_type&>& yield) mutable {
    window_type window(n);
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) {
      window.push_back(detail::parting<Range>(*elements));
      if (window.full()) yield(window);
    }
  };
}

///   for (auto& three : count_up_to(4) | itertools::windowed(3)) use(three.front());
inline auto windowed(std::size_t n) {
  return detail::awaiting_range([n](auto&& range) { return itertools::windowed(std::forward<decltype(range)>(range), n); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
