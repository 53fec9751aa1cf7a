// zip: several ranges side by side, until the shortest ends. Python: zip.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>
#include <deepyield/ranges/same_range.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <tuple>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class... Range>
class zipped {
 public:
  using element_type = std::tuple<range_reference_t<Range>...>;

  explicit zipped(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}

  DEEPYIELD_INLINED zipped(zipped&&) = default;
  DEEPYIELD_INLINED ~zipped() = default;

  DEEPYIELD_INLINED element_type* next() {
    if (sizeof...(Range) == 0 || !ranges_.advance()) return nullptr;
    const auto together = [](range_reference_t<Range>... element) {
      return element_type(static_cast<range_reference_t<Range>&&>(element)...);
    };
    return current_.emplace_from([&] { return ranges_.apply(together); });
  }

  element_type* current() noexcept { return current_.get(); }
  DEEPYIELD_INLINED bool executing() { return ranges_.first_executing(); }

 private:
  cursor_tuple<base_cursor<Range>...> ranges_;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// A tuple of what each range gives, for as long as all of them give something. They are asked in
/// their order; where one has ended, those after it are not asked. What is a reference stays one.
/// Throws std::invalid_argument where one range that is read once is given twice, since the
/// elements of the first place would have ended: batched() groups the elements of one range.
///
///   // 1, 2
///   for (auto& both : itertools::zip(count_up_to(3), std::vector<std::string>{"a", "b"}))
///     use(std::get<0>(both));
template <class... Range>
DEEPYIELD_INLINED lazy_range<detail::zipped<Range...>> zip(Range&&... ranges) {
  detail::refuse_same_range("zip", ranges...);
  return detail::make_lazy_range<detail::zipped<Range...>>(
      detail::all(std::forward<Range>(ranges))...);
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
