// Reads a range element by element.
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <boost/config.hpp>

#include <memory>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Reads a range element by element, and never further than asked: it does not even begin before
/// the first next().
///
///   cursor<Range> elements(range);
///   while (elements.next()) use(*elements);
template <class Range, bool = has_next<std::remove_cv_t<Range>>::value>
class cursor {
 public:
  explicit cursor(Range& range) noexcept : range_(std::addressof(range)) {}

  /// Advances to the next element. Returns whether there is one; false for ever after the end.
  DEEPYIELD_INLINED bool next() {
    if (BOOST_LIKELY(static_cast<bool>(span_)))
      ++(*span_).at;
    else if (range_)
      span_.emplace(*std::exchange(range_, nullptr));
    else
      return false;
    if ((*span_).at != (*span_).last) return true;
    span_.reset();
    return false;
  }

  /// The current element.
  decltype(auto) operator*() { return *(*span_).at; }

  bool executing() const noexcept { return false; }

 private:
  struct span {
    DEEPYIELD_INLINED explicit span(Range& range)
        : at(range_access::begin_of(range)), last(range_access::end_of(range)) {}
    iterator_t<Range> at;
    decltype(range_access::end_of(std::declval<Range&>())) last;
  };

  Range* range_;  // null once reading has begun
  optional<span> span_;
};

template <class Range>
class cursor<Range, true> {
 public:
  explicit cursor(Range& range) noexcept : range_(std::addressof(range)) {}

  DEEPYIELD_INLINED bool next() {
    element_ = range_->next();
    return element_ != nullptr;
  }
  range_reference_t<Range> operator*() const {
    return static_cast<range_reference_t<Range>>(*element_);
  }

  bool executing() const { return detail::is_executing<Range>(*range_); }

 private:
  Range* range_;
  typename Range::pointer element_ = nullptr;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
