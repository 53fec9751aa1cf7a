// zip_longest: several ranges side by side, until the longest ends. Python: itertools.zip_longest.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/detail/side_by_side.hpp>
#include <deepyield/generator.hpp>

#include <boost/optional.hpp>

#include <tuple>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Value>
struct filling {
  Value value;
};

template <class...>
struct given {};

template <class... Part, class... Reader, class... Range>
void take_each(std::tuple<Part...>& parts, std::tuple<Reader...>& readers, bool& any, given<Range...>) {
  take_each(parts, readers, any, given<Range...>(), std::index_sequence_for<Part...>());
}
template <class... Part, class... Reader, class... Range, std::size_t... Index>
void take_each(std::tuple<Part...>& parts, std::tuple<Reader...>& readers, bool& any, given<Range...>, std::index_sequence<Index...>) {
  const auto take = [&](auto of, auto& part, auto& elements) {
    if (!elements.next()) return;
    any = true;
    part.emplace(parting<typename decltype(of)::type>(*elements));
  };
  const int each[] = {0, (take(type_of<Range>(), std::get<Index>(parts), std::get<Index>(readers)), 0)...};
  (void)each;
}

}  // namespace detail

namespace itertools {

/// A tuple of what each range gives, as boost::optional: none where the range has ended. Elements are copied, or moved out of a range that gives its own.
///
///   for (auto& both : itertools::zip_longest(count_up_to(2), std::vector<int>{7})) std::cout << bool(std::get<1>(both));  // 1, 0
template <class... Range, std::enable_if_t<detail::are_ranges<Range...>::value, int> = 0>
generator<std::tuple<boost::optional<detail::value_t<Range>>...>> zip_longest(Range&&... ranges) {
  using element = std::tuple<boost::optional<detail::value_t<Range>>...>;
  return [held = std::make_tuple(detail::hold(std::forward<Range>(ranges))...)](yielder<element>& yield) mutable {
    auto readers = detail::readers_of(held);
    for (;;) {
      bool any = false;
      element parts;
      detail::take_each(parts, readers, any, detail::given<Range...>());
      if (!any) return;
      yield(std::move(parts));
    }
  };
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
generator<std::tuple<detail::value_t<Range>...>> zip_longest(detail::filling<Value> fill, Range&&... ranges) {
  using element = std::tuple<detail::value_t<Range>...>;
  using parts_type = std::tuple<boost::optional<detail::value_t<Range>>...>;
  return [fill = std::move(fill.value), rows = itertools::zip_longest(std::forward<Range>(ranges)...)](yielder<element>& yield) mutable {
    while (parts_type* row = rows.next())
      detail::apply_to_parts([&](auto&... part) { yield(element(part ? std::move(*part) : static_cast<std::decay_t<decltype(*part)>>(fill)...)); }, *row);
  };
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
