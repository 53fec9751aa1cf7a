// zip_longest: several ranges side by side, until the longest ends. Python: itertools.zip_longest.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/reentry.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/apply.hpp>
#include <deepyield/utility/optional.hpp>

#include <boost/none.hpp>
#include <boost/optional.hpp>

#include <cstddef>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

// What boost::optional is, for alignments that it does not keep.
template <class Value>
class aligned_optional {
 public:
  aligned_optional() noexcept = default;
  aligned_optional(aligned_optional&&) = default;
  aligned_optional(const aligned_optional& other) {
    if (other) emplace(*other);
  }
  aligned_optional& operator=(aligned_optional other) {
    value_ = std::move(other.value_);
    return *this;
  }

  template <class... Argument>
  void emplace(Argument&&... arguments) {
    value_.emplace(std::forward<Argument>(arguments)...);
  }
  explicit operator bool() const noexcept { return static_cast<bool>(value_); }
  Value& operator*() noexcept { return *value_; }
  const Value& operator*() const noexcept { return *value_; }
  Value* operator->() noexcept { return std::addressof(*value_); }
  const Value* operator->() const noexcept { return std::addressof(*value_); }
  Value& get() noexcept { return *value_; }
  const Value& get() const noexcept { return *value_; }

  friend bool operator==(const aligned_optional& optional, boost::none_t) noexcept {
    return !optional;
  }
  friend bool operator!=(const aligned_optional& optional, boost::none_t) noexcept {
    return bool(optional);
  }

 private:
  optional<Value> value_;
};
template <class Value>
using optional_of =
    std::conditional_t<(alignof(Value) <= 128), boost::optional<Value>, aligned_optional<Value>>;

template <class... Range>
class longest {
 public:
  explicit longest(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED longest(longest&&) = default;
  DEEPYIELD_INLINED ~longest() = default;

  /// Takes the next element of each range into its part of the row, which is empty; whether there
  /// was any.
  template <class Row>
  DEEPYIELD_INLINED bool take_each(Row& row) {
    return take_each(row, std::index_sequence_for<Range...>());
  }
  DEEPYIELD_INLINED bool executing() { return detail::first_executing(ranges_); }

 private:
  template <class Row, std::size_t... Index>
  DEEPYIELD_INLINED bool take_each(Row& row, std::index_sequence<Index...>) {
    bool any = false;
    const bool each[] = {
        false, (any = take<Range>(std::get<Index>(row), std::get<Index>(ranges_)) || any)...};
    (void)row, (void)each;
    return any;
  }
  template <class Each, class Part>
  DEEPYIELD_INLINED static bool take(Part& part, base_cursor<Each>& range) {
    if (!range.advance()) return false;
    part.emplace(move_or_copy<Each>(*range));
    return true;
  }

  std::tuple<base_cursor<Range>...> ranges_;
};

template <class... Range>
class zip_longest_cursor {
 public:
  using element_type = std::tuple<optional_of<range_value_t<Range>>...>;

  explicit zip_longest_cursor(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED zip_longest_cursor(zip_longest_cursor&&) = default;
  DEEPYIELD_INLINED ~zip_longest_cursor() = default;

  DEEPYIELD_INLINED element_type* next() {
    element_type& row = current_.emplace();
    return ranges_.take_each(row) ? &row : nullptr;
  }
  DEEPYIELD_INLINED bool executing() { return ranges_.executing(); }

 private:
  longest<Range...> ranges_;
  optional<element_type> current_;
};

template <class Value>
struct filling {
  Value value;
};

template <class Value, class... Range>
class zip_longest_filled_cursor : public making_cursor<std::tuple<range_value_t<Range>...>> {
  using tuple = std::tuple<range_value_t<Range>...>;

 public:
  explicit zip_longest_filled_cursor(Value fill, all_t<Range>... ranges)
      : fill_(std::move(fill)), ranges_(std::move(ranges)...) {}

  tuple* next() {
    std::tuple<optional<range_value_t<Range>>...> row;
    if (!ranges_.take_each(row)) return nullptr;
    return this->make_current([&] {
      return detail::apply(
          [this](auto&... part) {
            return tuple(part ? std::move(*part)
                              : static_cast<std::decay_t<decltype(*part)>>(fill_)...);
          },
          row);
    });
  }
  DEEPYIELD_INLINED bool executing() { return ranges_.executing(); }

 private:
  Value fill_;
  longest<Range...> ranges_;
};

struct zip_longest_function {
  template <class... Range, std::enable_if_t<are_ranges<Range...>::value, int> = 0>
  DEEPYIELD_INLINED lazy_range<zip_longest_cursor<Range...>> operator()(Range&&... ranges) const {
    return detail::make_lazy_range<zip_longest_cursor<Range...>>(
        detail::all(std::forward<Range>(ranges))...);
  }
  template <class Value, class... Range>
  DEEPYIELD_INLINED lazy_range<zip_longest_filled_cursor<Value, Range...>> operator()(
      filling<Value> fill, Range&&... ranges) const {
    return detail::make_lazy_range<zip_longest_filled_cursor<Value, Range...>>(
        std::move(fill.value), detail::all(std::forward<Range>(ranges))...);
  }
};

}  // namespace detail

namespace itertools {

/// What stands for the elements of a range that has ended (Python: fillvalue).
template <class Value>
detail::filling<Value> fillvalue(Value value) {
  return {std::move(value)};
}

/// A tuple of what each range gives, as boost::optional: none where the range has ended. Elements
/// are copied, or moved out of a range that gives its own. (boost::optional aligns nothing to more
/// than 128: in its place stands a type of the same use then.)
///
///   // 1, 0
///   for (auto& both : itertools::zip_longest(count_up_to(2), std::vector<int>{7}))
///     std::cout << bool(std::get<1>(both));
///
/// With `fillvalue(x)` before the ranges, plain values, and x, which must convert to each of their
/// types, where a range has ended.
///
///   // 7, 0
///   for (auto& both : itertools::zip_longest(itertools::fillvalue(0), count_up_to(2),
///       std::vector<int>{7}))
///     use(std::get<1>(both));
constexpr detail::zip_longest_function zip_longest{};

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
