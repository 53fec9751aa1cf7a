// dropwhile: the elements from the first on that does not satisfy a predicate. Python:
// itertools.dropwhile.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/utility/inlined.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Predicate, class Range>
class dropped_while {
 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  dropped_while(Predicate predicate, all_t<Range> range)
      : predicate_(std::move(predicate)), range_(std::move(range)) {}

  DEEPYIELD_INLINED dropped_while(dropped_while&&) = default;
  DEEPYIELD_INLINED ~dropped_while() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    auto element = range_.next();
    while (dropping_ && element && predicate_(*element)) element = range_.next();
    dropping_ = false;
    return element;
  }

  std::remove_reference_t<element_type>* current() noexcept { return range_.current(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  Predicate predicate_;
  base_cursor<Range> range_;
  bool dropping_ = true;
};

}  // namespace detail

namespace itertools {

/// The elements of the range from the first on for which `predicate(element)` is false; the
/// predicate is not asked again after that.
///
///   // 3, 4, 5
///   for (int i : itertools::dropwhile([](int n) { return n < 3; }, count_up_to(5))) use(i);
template <class Predicate, class Range>
DEEPYIELD_INLINED lazy_range<detail::dropped_while<Predicate, Range>> dropwhile(Predicate predicate,
                                                                                Range&& range) {
  return detail::make_lazy_range<detail::dropped_while<Predicate, Range>>(
      std::move(predicate), detail::all(std::forward<Range>(range)));
}

///   for (int i : count_up_to(5) | itertools::dropwhile([](int n) { return n < 3; })) use(i);
template <class Predicate>
auto dropwhile(Predicate predicate) {
  return detail::make_closure([predicate = std::move(predicate)](auto&& range) mutable {
    return itertools::dropwhile(std::move(predicate), std::forward<decltype(range)>(range));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
