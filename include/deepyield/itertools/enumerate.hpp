// enumerate: the elements with their numbers. Python: enumerate.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class enumerated {
 public:
  using element_type = std::pair<std::ptrdiff_t, range_reference_t<Range>>;

  enumerated(all_t<Range> range, std::ptrdiff_t start)
      : range_(std::move(range)), number_(static_cast<std::size_t>(start)) {}

  DEEPYIELD_INLINED enumerated(enumerated&&) = default;
  DEEPYIELD_INLINED ~enumerated() = default;

  DEEPYIELD_INLINED element_type* next() {
    if (!range_.advance()) return nullptr;
    return current_.emplace_from(
        [this] { return element_type(static_cast<std::ptrdiff_t>(number_++), *range_); });
  }

  element_type* current() noexcept { return current_.get(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  base_cursor<Range> range_;
  std::size_t number_;  // beyond the largest it is not shown, but may be reached
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// Pairs of a number, counted from `start`, and what the range gives.
///
///   // 1a2b
///   for (auto& line : itertools::enumerate(std::vector<std::string>{"a", "b"}, 1))
///     std::cout << line.first << line.second;
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::enumerated<Range>> enumerate(Range&& range,
                                                                  std::ptrdiff_t start = 0) {
  return detail::make_lazy_range<detail::enumerated<Range>>(detail::all(std::forward<Range>(range)),
                                                            start);
}

///   for (auto& numbered : count_up_to(5) | itertools::enumerate()) use(numbered.second);
inline auto enumerate(std::ptrdiff_t start = 0) {
  return detail::make_closure([start](auto&& range) {
    return itertools::enumerate(std::forward<decltype(range)>(range), start);
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
