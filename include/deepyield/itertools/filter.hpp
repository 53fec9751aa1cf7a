// filter: the elements that satisfy a predicate. Python: filter.
#pragma once

#include <deepyield/ranges/adaptor.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Predicate, class Range>
class filter_cursor : public cursor_adaptor<Range> {
 public:
  filter_cursor(Predicate predicate, all_t<Range> range)
      : cursor_adaptor<Range>(std::move(range)), predicate_(std::move(predicate)) {}
  DEEPYIELD_INLINED filter_cursor(filter_cursor&&) = default;
  DEEPYIELD_INLINED ~filter_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<Range> next() {
    while (const auto element = this->base().next())
      if (predicate_(*element)) return element;
    return nullptr;
  }

 private:
  Predicate predicate_;
};

/// How filter() is called.
struct filter_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met, "deepyield: filter() takes the predicate, then the range: filter(predicate, range).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// The elements of the range for which `predicate(element)` is true.
///
///   // 2, 4
///   for (int i : itertools::filter([](int n) { return n % 2 == 0; }, count_up_to(5))) use(i);
///   for (int i : count_up_to(5) | itertools::filter([](int n) { return n % 2 == 0; })) use(i);
constexpr detail::function_first<detail::filter_cursor, detail::filter_signature,
                                 detail::predicate_check>
    filter{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
