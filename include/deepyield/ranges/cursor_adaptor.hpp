// Base classes for the cursors of adaptors. A lazy_range goes through its elements with a cursor.
#pragma once

#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// The base of a cursor that reads one range.
template <class Range>
class reading_cursor {
 public:
  /// Whether the range is being read already, so that it throws already_executing.
  DEEPYIELD_INLINED bool executing() { return base_.executing(); }

 protected:
  explicit reading_cursor(all_t<Range> range) : base_(std::move(range)) {}
  DEEPYIELD_INLINED reading_cursor(reading_cursor&&) = default;
  DEEPYIELD_INLINED ~reading_cursor() = default;

  DEEPYIELD_INLINED base_cursor<Range>& base() noexcept { return base_; }

 private:
  base_cursor<Range> base_;
};

/// The base of a cursor that makes its own elements. They are lvalues if Element is a reference,
/// else values.
template <class Element>
class making_cursor {
 public:
  using element_type = Element;

  std::remove_reference_t<Element>* current() noexcept { return current_.get(); }

 protected:
  making_cursor() = default;
  DEEPYIELD_INLINED making_cursor(making_cursor&&) = default;
  DEEPYIELD_INLINED ~making_cursor() = default;

  /// Makes the result of `make()` the current element. Returns its address.
  template <class Make>
  DEEPYIELD_INLINED std::remove_reference_t<Element>* make_current(Make make) {
    return current_.emplace_from(std::move(make));
  }

 private:
  current_element<Element> current_;
};

/// The base of a cursor that passes on elements of its range. The derived class chooses which: its
/// next() calls `base().next()`.
template <class Range>
class cursor_adaptor : public reading_cursor<Range> {
 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  range_pointer_t<Range> current() noexcept { return this->base().current(); }

 protected:
  using reading_cursor<Range>::reading_cursor;
  DEEPYIELD_INLINED cursor_adaptor(cursor_adaptor&&) = default;
  DEEPYIELD_INLINED ~cursor_adaptor() = default;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
