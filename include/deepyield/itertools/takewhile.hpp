// takewhile: takes elements while they satisfy a predicate. Python: itertools.takewhile.
#pragma once

#include <deepyield/ranges/adaptor.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Predicate, class Range>
class takewhile_cursor : public cursor_adaptor<Range> {
 public:
  takewhile_cursor(Predicate predicate, all_t<Range> range)
      : cursor_adaptor<Range>(std::move(range)), predicate_(std::move(predicate)) {}
  DEEPYIELD_INLINED takewhile_cursor(takewhile_cursor&&) = default;
  DEEPYIELD_INLINED ~takewhile_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<Range> next() {
    const auto element = this->base().next();
    return element && predicate_(*element) ? element : nullptr;
  }

 private:
  Predicate predicate_;
};

/// How takewhile() is called.
struct takewhile_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met,
        "deepyield: takewhile() takes the predicate, then the range: takewhile(predicate, range).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// The elements of the range before the first for which `predicate(element)` is false. That one is
/// taken from the range too, and dropped.
///
///   // 1, 2
///   for (int i : itertools::takewhile([](int n) { return n < 3; }, count_up_to(10))) use(i);
///   for (int i : count_up_to(10) | itertools::takewhile([](int n) { return n < 3; })) use(i);
constexpr detail::function_first<detail::takewhile_cursor, detail::takewhile_signature,
                                 detail::predicate_check>
    takewhile{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
