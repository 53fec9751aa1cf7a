// dropwhile: skips elements while they satisfy a predicate. Python: itertools.dropwhile.
#pragma once

#include <deepyield/ranges/adaptor.hpp>

#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Predicate, class Range>
class dropwhile_cursor : public cursor_adaptor<Range> {
 public:
  dropwhile_cursor(Predicate predicate, all_t<Range> range)
      : cursor_adaptor<Range>(std::move(range)), predicate_(std::move(predicate)) {}
  DEEPYIELD_INLINED dropwhile_cursor(dropwhile_cursor&&) = default;
  DEEPYIELD_INLINED ~dropwhile_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<Range> next() {
    auto element = this->base().next();
    while (dropping_ && element && predicate_(*element)) element = this->base().next();
    dropping_ = false;
    return element;
  }

 private:
  Predicate predicate_;
  bool dropping_ = true;
};

/// How dropwhile() is called.
struct dropwhile_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met,
        "deepyield: dropwhile() takes the predicate, then the range: dropwhile(predicate, range).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// The elements of the range, beginning with the first for which `predicate(element)` is false. The
/// predicate is not called again after that.
///
///   // 3, 4, 5
///   for (int i : itertools::dropwhile([](int n) { return n < 3; }, count_up_to(5))) use(i);
///   for (int i : count_up_to(5) | itertools::dropwhile([](int n) { return n < 3; })) use(i);
constexpr detail::function_first<detail::dropwhile_cursor, detail::dropwhile_signature,
                                 detail::predicate_check>
    dropwhile{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
