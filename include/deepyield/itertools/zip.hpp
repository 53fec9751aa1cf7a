// zip: several ranges side by side, until the shortest ends. Python: zip.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>

#include <tuple>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class... Range>
class zip_cursor : public making_cursor<std::tuple<range_reference_t<Range>...>> {
  using tuple = std::tuple<range_reference_t<Range>...>;

 public:
  explicit zip_cursor(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED zip_cursor(zip_cursor&&) = default;
  DEEPYIELD_INLINED ~zip_cursor() = default;

  DEEPYIELD_INLINED tuple* next() {
    if (sizeof...(Range) == 0 || !ranges_.advance()) return nullptr;
    const auto together = [](range_reference_t<Range>... element) {
      return tuple(static_cast<range_reference_t<Range>&&>(element)...);
    };
    return this->make_current([&] { return ranges_.apply(together); });
  }
  DEEPYIELD_INLINED bool executing() { return ranges_.first_executing(); }

 private:
  cursor_tuple<base_cursor<Range>...> ranges_;
};

}  // namespace detail

namespace itertools {

/// Tuples of what each range gives, for as long as all of them give something. Ranges are read in
/// order; where one has ended, those after it are not read. References stay references. Throws
/// std::invalid_argument if a single-pass range is given twice, since the first of its elements
/// would end when the second is read: batched() groups the elements of one range.
///
///   // 1, 2
///   for (auto& both : itertools::zip(count_up_to(3), std::vector<std::string>{"a", "b"}))
///     use(std::get<0>(both));
constexpr detail::in_lockstep<detail::zip_cursor> zip{"zip"};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
