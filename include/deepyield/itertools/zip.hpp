// zip: several ranges side by side, until the shortest ends. Python: zip.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>
#include <deepyield/ranges/same_range.hpp>
#include <deepyield/ranges/strict.hpp>

#include <tuple>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <bool Strict, class... Range>
class zip_cursor : public making_cursor<std::tuple<range_reference_t<Range>...>> {
  using tuple = std::tuple<range_reference_t<Range>...>;

 public:
  explicit zip_cursor(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED zip_cursor(zip_cursor&&) = default;
  DEEPYIELD_INLINED ~zip_cursor() = default;

  DEEPYIELD_INLINED tuple* next() {
    if (sizeof...(Range) == 0 || !(Strict ? ranges_.advance_together("zip") : ranges_.advance()))
      return nullptr;
    const auto together = [](range_reference_t<Range>... element) {
      return tuple(static_cast<range_reference_t<Range>&&>(element)...);
    };
    return this->make_current([&] { return ranges_.apply(together); });
  }
  DEEPYIELD_INLINED bool executing() { return ranges_.first_executing(); }

 private:
  cursor_tuple<base_cursor<Range>...> ranges_;
};

template <class... Argument>
struct zip_check : ranges_check<Argument...> {};
template <class... Range>
struct zip_check<itertools::strict_t, Range...> : ranges_check<Range...> {};

struct zip_function {
  template <class... Range, if_accepted<ranges_check<Range...>> = 0>
  DEEPYIELD_INLINED lazy_range<zip_cursor<false, Range...>> operator()(Range&&... ranges) const {
    return make<false>(std::forward<Range>(ranges)...);
  }
  template <class... Range, if_accepted<ranges_check<Range...>> = 0>
  lazy_range<zip_cursor<true, Range...>> operator()(itertools::strict_t, Range&&... ranges) const {
    return make<true>(std::forward<Range>(ranges)...);
  }
  template <class... Argument, if_refused<zip_check<option_t<Argument>...>> = 0>
  refused operator()(Argument&&...) const {
    return zip_check<option_t<Argument>...>::template refuse<false>();
  }

 private:
  template <bool Strict, class... Range>
  static DEEPYIELD_INLINED lazy_range<zip_cursor<Strict, Range...>> make(Range&&... ranges) {
    detail::refuse_same_range("zip", ranges...);
    return detail::make_lazy_range<zip_cursor<Strict, Range...>>(
        detail::all(std::forward<Range>(ranges))...);
  }
};

}  // namespace detail

namespace itertools {

/// Tuples of what each range gives, for as long as all of them give something. Ranges are read in
/// order; where one has ended, those after it are not read. References stay references. Throws
/// std::invalid_argument if a single-pass range is given twice, since the first of its elements
/// would end when the second is read: batched() groups the elements of one range. With
/// itertools::strict as the first argument, next() throws it where one range ends before another:
/// to know, it asks the others for an element where the first has ended.
///
///   // 1, 2
///   for (auto& both : itertools::zip(count_up_to(3), std::vector<std::string>{"a", "b"}))
///     use(std::get<0>(both));
///   // throws: range 2 is shorter
///   auto pairs = itertools::zip(itertools::strict, count_up_to(3), count_up_to(2));
constexpr detail::zip_function zip{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
