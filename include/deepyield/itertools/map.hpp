// map: a function of each element. Python: map.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/cursor_tuple.hpp>
#include <deepyield/ranges/same_range.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Function, class... Range>
class mapped {
 public:
  using element_type =
      decltype(std::declval<Function&>()(std::declval<range_reference_t<Range>>()...));

  explicit mapped(Function function, all_t<Range>... ranges)
      : function_(std::move(function)), ranges_(std::move(ranges)...) {}

  DEEPYIELD_INLINED mapped(mapped&&) = default;
  DEEPYIELD_INLINED ~mapped() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    if (!ranges_.advance()) return nullptr;
    return current_.emplace_from([this]() -> element_type { return ranges_.apply(function_); });
  }

  std::remove_reference_t<element_type>* current() noexcept { return current_.get(); }
  DEEPYIELD_INLINED bool executing() { return ranges_.first_executing(); }

 private:
  Function function_;
  cursor_tuple<base_cursor<Range>...> ranges_;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// `function(element...)` of the elements side by side, until the shortest range ends. Throws
/// std::invalid_argument where one range that is read once is given twice: an element would end
/// before its use.
///
///   // 1, 4, 9
///   for (int square : itertools::map([](int n) { return n * n; }, count_up_to(3))) use(square);
///   // 11, 22
///   for (int sum : itertools::map(std::plus<int>(), count_up_to(3), std::vector<int>{10, 20}))
///     use(sum);
template <class Function, class... Range, std::enable_if_t<(sizeof...(Range) > 0), int> = 0>
DEEPYIELD_INLINED lazy_range<detail::mapped<Function, Range...>> map(Function function,
                                                                     Range&&... ranges) {
  detail::refuse_same_range("map", ranges...);
  return detail::make_lazy_range<detail::mapped<Function, Range...>>(
      std::move(function), detail::all(std::forward<Range>(ranges))...);
}

///   for (int square : count_up_to(3) | itertools::map([](int n) { return n * n; })) use(square);
template <class Function>
auto map(Function function) {
  return detail::make_closure([function = std::move(function)](auto&& range) mutable {
    return itertools::map(std::move(function), std::forward<decltype(range)>(range));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
