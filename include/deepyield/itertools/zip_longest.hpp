// zip_longest: several ranges side by side, until the longest ends. Python: itertools.zip_longest.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/tuples.hpp>
#include <deepyield/lazy_range.hpp>

#include <boost/optional.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class... Range>
class zipped_longest {
 public:
  using element_type = std::tuple<boost::optional<value_t<Range>>...>;

  explicit zipped_longest(held_range<Range>... ranges) : ranges_(std::move(ranges)...) {}

  DEEPYIELD_INLINED zipped_longest(zipped_longest&&) = default;
  DEEPYIELD_INLINED ~zipped_longest() = default;

  DEEPYIELD_INLINED element_type* next() {
    element_type& row = current_.emplace();
    return take_each(row, std::index_sequence_for<Range...>()) ? &row : nullptr;
  }
  DEEPYIELD_INLINED bool executing() { return detail::first_executing(ranges_); }

 private:
  template <std::size_t... Index>
  DEEPYIELD_INLINED bool take_each(element_type& row, std::index_sequence<Index...>) {
    bool any = false;
    const bool each[] = {false, (any = take<Range>(std::get<Index>(row), std::get<Index>(ranges_)) || any)...};
    (void)row, (void)each;
    return any;
  }
  template <class Each>
  DEEPYIELD_INLINED static bool take(boost::optional<value_t<Each>>& part, pulled<Each>& range) {
    if (!range.go_on()) return false;
    part.emplace(parting<Each>(*range));
    return true;
  }

  std::tuple<pulled<Range>...> ranges_;
  late<element_type> current_;
};

template <class Value>
struct filling {
  Value value;
};

template <class Value, class... Range>
class filled_up {
 public:
  using element_type = std::tuple<value_t<Range>...>;

  explicit filled_up(Value fill, held_range<Range>... ranges) : fill_(std::move(fill)), rows_(std::move(ranges)...) {}

  element_type* next() {
    const auto row = rows_.next();
    if (!row) return nullptr;
    return current_.hold([&] {
      return detail::apply_to_parts(
          [this](auto&... part) { return element_type(part ? std::move(*part) : static_cast<std::decay_t<decltype(*part)>>(fill_)...); }, *row);
    });
  }

 private:
  Value fill_;
  zipped_longest<Range...> rows_;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// A tuple of what each range gives, as boost::optional: none where the range has ended. Elements are copied, or moved out of a range that gives its own.
///
///   for (auto& both : itertools::zip_longest(count_up_to(2), std::vector<int>{7})) std::cout << bool(std::get<1>(both));  // 1, 0
template <class... Range, std::enable_if_t<detail::are_ranges<Range...>::value, int> = 0>
DEEPYIELD_INLINED lazy_range<detail::zipped_longest<Range...>> zip_longest(Range&&... ranges) {
  return detail::lazily<detail::zipped_longest<Range...>>(detail::hold(std::forward<Range>(ranges))...);
}

/// What stands for the elements of a range that has ended (Python: fillvalue).
template <class Value>
detail::filling<Value> fillvalue(Value value) {
  return {std::move(value)};
}

/// The same with plain values, and `fillvalue(x)`, which must convert to each of their types, where a range has ended.
///
///   for (auto& both : itertools::zip_longest(itertools::fillvalue(0), count_up_to(2), std::vector<int>{7})) use(std::get<1>(both));  // 7, 0
template <class Value, class... Range>
DEEPYIELD_INLINED lazy_range<detail::filled_up<Value, Range...>> zip_longest(detail::filling<Value> fill, Range&&... ranges) {
  return detail::lazily<detail::filled_up<Value, Range...>>(std::move(fill.value), detail::hold(std::forward<Range>(ranges))...);
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
