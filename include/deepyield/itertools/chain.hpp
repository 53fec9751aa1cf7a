// chain: ranges one after the other. Python: itertools.chain, itertools.chain.from_iterable.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/common_reference.hpp>
#include <deepyield/ranges/cursor.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>
#include <deepyield/utility/unique_ptr.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class... Range>
class chained {
 public:
  using element_type = common_reference_of<Range...>;

  explicit chained(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}

  DEEPYIELD_INLINED chained(chained&&) = default;
  DEEPYIELD_INLINED ~chained() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() { return ranges_.next(at_); }
  std::remove_reference_t<element_type>* current() noexcept { return ranges_.current(at_); }
  DEEPYIELD_INLINED bool executing() { return ranges_.executing(); }

 private:
  cursor_tuple<base_cursor<Range, element_type>...> ranges_;
  std::size_t at_ = 0;  // the index of the range that is read
};

template <class Ranges>
class chained_from {
  using range_type = std::remove_reference_t<range_reference_t<Ranges>>;

 public:
  using element_type = range_reference_t<range_type>;

  explicit chained_from(all_t<Ranges> ranges)
      : ranges_(detail::make_unique<base_cursor<Ranges>>(std::move(ranges))) {}

  DEEPYIELD_INLINED chained_from(chained_from&&) = default;
  DEEPYIELD_INLINED ~chained_from() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    for (;;) {
      if (elements_) {
        if (BOOST_LIKELY((*elements_).next()))
          return current_.emplace_from([&]() -> element_type { return **elements_; });
        elements_.reset();
      }
      range_type* const range = ranges_->next();
      if (!range) return nullptr;
      elements_.emplace(*range);
    }
  }
  std::remove_reference_t<element_type>* current() noexcept { return current_.get(); }
  DEEPYIELD_INLINED bool executing() {
    return (elements_ && (*elements_).executing()) || ranges_->executing();
  }

 private:
  unique_ptr<base_cursor<Ranges>> ranges_;  // it may keep the range that is read
  optional<cursor<range_type>> elements_;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// All elements of the first range, then of the second, and so on. They are handed on as the ranges
/// give them if all give the same; else their common type by value.
///
///   for (int i : itertools::chain(count_up_to(2), std::vector<int>{7, 8})) use(i);  // 1, 2, 7, 8
template <class... Range>
DEEPYIELD_INLINED lazy_range<detail::chained<Range...>> chain(Range&&... ranges) {
  return detail::make_lazy_range<detail::chained<Range...>>(
      detail::all(std::forward<Range>(ranges))...);
}

/// The same for a range of ranges, which may be endless. A chain of ten million empty ones is no
/// deeper than one.
///
///   // 1, 2, 3
///   for (int i : itertools::chain_from_iterable(std::vector<std::vector<int>>{{1}, {}, {2, 3}}))
///     use(i);
template <class Ranges>
DEEPYIELD_INLINED lazy_range<detail::chained_from<Ranges>> chain_from_iterable(Ranges&& ranges) {
  return detail::make_lazy_range<detail::chained_from<Ranges>>(
      detail::all(std::forward<Ranges>(ranges)));
}

///   for (int i : std::vector<std::vector<int>>{{1}, {2}} | itertools::chain_from_iterable())
///     use(i);
inline auto chain_from_iterable() {
  return detail::make_closure([](auto&& ranges) {
    return itertools::chain_from_iterable(std::forward<decltype(ranges)>(ranges));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
