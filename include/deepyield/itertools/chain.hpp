// chain: ranges one after the other. Python: itertools.chain, itertools.chain.from_iterable.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/common_reference.hpp>
#include <deepyield/ranges/cursor.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>
#include <deepyield/utility/optional.hpp>
#include <deepyield/utility/unique_ptr.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class... Range>
class chain_cursor {
 public:
  using element_type = common_reference_of<Range...>;

  explicit chain_cursor(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED chain_cursor(chain_cursor&&) = default;
  DEEPYIELD_INLINED ~chain_cursor() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() { return ranges_.next(at_); }
  std::remove_reference_t<element_type>* current() noexcept { return ranges_.current(at_); }
  DEEPYIELD_INLINED bool executing() { return ranges_.executing(); }

 private:
  cursor_tuple<base_cursor<Range, element_type>...> ranges_;
  std::size_t at_ = 0;  // the index of the range that is read
};

template <class Ranges>
class flatten_cursor : public making_cursor<range_reference_t<inner_range_t<Ranges>>> {
 public:
  explicit flatten_cursor(all_t<Ranges> ranges)
      : ranges_(unique_ptr<base_cursor<Ranges>>::make(std::move(ranges))) {}
  DEEPYIELD_INLINED flatten_cursor(flatten_cursor&&) = default;
  DEEPYIELD_INLINED ~flatten_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<inner_range_t<Ranges>> next() {
    for (;;) {
      if (elements_) {
        if (BOOST_LIKELY((*elements_).next()))
          return this->make_current([&]() -> decltype(auto) { return **elements_; });
        elements_.reset();
      }
      inner_range_t<Ranges>* const range = ranges_->next();
      if (!range) return nullptr;
      elements_.emplace(*range);
    }
  }
  DEEPYIELD_INLINED bool executing() {
    return (elements_ && (*elements_).executing()) || ranges_->executing();
  }

 private:
  unique_ptr<base_cursor<Ranges>> ranges_;  // may own the range that is read
  optional<cursor<inner_range_t<Ranges>>> elements_;
};

}  // namespace detail

namespace itertools {

/// All elements of the first range, then of the second, and so on. If all ranges give elements of
/// the same reference type, so does the chain; otherwise it gives values of their common type.
///
///   for (int i : itertools::chain(count_up_to(2), std::vector<int>{7, 8})) use(i);  // 1, 2, 7, 8
constexpr detail::one_by_one<detail::chain_cursor> chain{};

/// The same for a range of ranges, which may be endless. A chain of ten million empty ranges takes
/// no more stack than a chain of one.
///
///   // 1, 2, 3
///   for (int i : itertools::chain_from_iterable(std::vector<std::vector<int>>{{1}, {}, {2, 3}}))
///     use(i);
///   for (int i : std::vector<std::vector<int>>{{1}, {2}} | itertools::chain_from_iterable())
///     use(i);
constexpr detail::range_first<detail::adapt<detail::flatten_cursor, detail::inner_range_check>>
    chain_from_iterable{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
