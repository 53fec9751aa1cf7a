// zip_longest: several ranges side by side, until the longest ends. Python: itertools.zip_longest.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/reentry.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/apply.hpp>
#include <deepyield/utility/optional.hpp>

#include <cstddef>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace itertools {

/// A value, or none where a range has ended. Like std::optional, which C++14 does not have, and for
/// a value of any alignment.
///
///   itertools::optional_element<int> none, seven(7);
///   std::cout << bool(none) << *seven << none.value_or(1);  // 071
template <class Value>
class optional_element {
 public:
  using value_type = Value;

  optional_element() noexcept = default;
  explicit optional_element(Value value) : value_(std::move(value)) {}
  optional_element(optional_element&&) = default;
  optional_element(const optional_element& other) {
    if (other) emplace(*other);
  }
  optional_element& operator=(optional_element other) {
    value_ = std::move(other.value_);
    return *this;
  }

  explicit operator bool() const noexcept { return has_value(); }
  bool has_value() const noexcept { return static_cast<bool>(value_); }

  /// Undefined behaviour if there is no value.
  Value& operator*() noexcept { return *value_; }
  const Value& operator*() const noexcept { return *value_; }
  Value* operator->() noexcept { return std::addressof(*value_); }
  const Value* operator->() const noexcept { return std::addressof(*value_); }

  /// The value, or `other`, converted to its type, if there is none.
  template <class Other>
  Value value_or(Other&& other) const {
    return has_value() ? **this : static_cast<Value>(std::forward<Other>(other));
  }

  /// Makes a value of the arguments, in place of the one before.
  template <class... Argument>
  Value& emplace(Argument&&... arguments) {
    return value_.emplace(std::forward<Argument>(arguments)...);
  }

  /// Whether both have no value, or equal ones.
  friend bool operator==(const optional_element& left, const optional_element& right) {
    return left.has_value() && right.has_value() ? *left == *right
                                                 : left.has_value() == right.has_value();
  }
  friend bool operator!=(const optional_element& left, const optional_element& right) {
    return !(left == right);
  }

 private:
  detail::optional<Value> value_;
};

}  // namespace itertools

namespace detail {

template <class... Range>
class longest {
 public:
  explicit longest(all_t<Range>... ranges) : ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED longest(longest&&) = default;
  DEEPYIELD_INLINED ~longest() = default;

  /// Takes the next element of each range into its part of `row`, which must be empty. Returns
  /// whether there was any.
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
  using element_type = std::tuple<itertools::optional_element<range_value_t<Range>>...>;

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

struct fillvalue_does_not_convert : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: fillvalue(x) stands for elements of each range, so x has to convert "
                  "to the value type of each.");
    return {};
  }
};
template <class Fill, class Range>
struct fill_check : std::conditional_t<std::is_constructible<range_value_t<Range>, Fill&>::value,
                                       accepted, fillvalue_does_not_convert> {};
template <class... Argument>
struct zip_longest_check : kept_elements_check<Argument...> {};
template <class Value, class... Range>
struct zip_longest_check<filling<Value>, Range...>
    : all_checks<kept_elements_check<Range...>, fill_check<Value, Range>...> {};

struct zip_longest_function {
  template <class... Range, if_accepted<kept_elements_check<Range...>> = 0>
  DEEPYIELD_INLINED lazy_range<zip_longest_cursor<Range...>> operator()(Range&&... ranges) const {
    return detail::make_lazy_range<zip_longest_cursor<Range...>>(
        detail::all(std::forward<Range>(ranges))...);
  }
  template <class Value, class... Range,
            if_accepted<zip_longest_check<filling<Value>, Range...>> = 0>
  DEEPYIELD_INLINED lazy_range<zip_longest_filled_cursor<Value, Range...>> operator()(
      filling<Value> fill, Range&&... ranges) const {
    return detail::make_lazy_range<zip_longest_filled_cursor<Value, Range...>>(
        std::move(fill.value), detail::all(std::forward<Range>(ranges))...);
  }
  template <class... Argument, if_refused<zip_longest_check<option_t<Argument>...>> = 0>
  refused operator()(Argument&&...) const {
    return zip_longest_check<option_t<Argument>...>::template refuse<false>();
  }
};

}  // namespace detail

namespace itertools {

/// The value that replaces the elements of a range that has ended (Python: fillvalue).
template <class Value>
detail::filling<Value> fillvalue(Value value) {
  return {std::move(value)};
}

/// Tuples of what each range gives, as optional_element: none where the range has ended. Elements
/// are copied, or moved out of a range that gives them away, such as a generator<T>.
///
///   // 1, 0
///   for (auto& both : itertools::zip_longest(count_up_to(2), std::vector<int>{7}))
///     std::cout << bool(std::get<1>(both));
///
/// With `fillvalue(x)` before the ranges, tuples of plain values, with x where a range has ended. x
/// must convert to the value type of each range.
///
///   // 7, 0
///   for (auto& both : itertools::zip_longest(itertools::fillvalue(0), count_up_to(2),
///       std::vector<int>{7}))
///     use(std::get<1>(both));
constexpr detail::zip_longest_function zip_longest{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
