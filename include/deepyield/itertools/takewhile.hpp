// takewhile: the elements before the first that does not satisfy a predicate. Python:
// itertools.takewhile.
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
class taken_while {
 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  taken_while(Predicate predicate, all_t<Range> range)
      : predicate_(std::move(predicate)), range_(std::move(range)) {}

  DEEPYIELD_INLINED taken_while(taken_while&&) = default;
  DEEPYIELD_INLINED ~taken_while() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    const auto element = range_.next();
    return element && predicate_(*element) ? element : nullptr;
  }

  std::remove_reference_t<element_type>* current() noexcept { return range_.current(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  Predicate predicate_;
  base_cursor<Range> range_;
};

}  // namespace detail

namespace itertools {

/// The elements of the range up to the first for which `predicate(element)` is false; that one is
/// taken from the range too, and dropped.
///
///   // 1, 2
///   for (int i : itertools::takewhile([](int n) { return n < 3; }, count_up_to(10))) use(i);
template <class Predicate, class Range>
DEEPYIELD_INLINED lazy_range<detail::taken_while<Predicate, Range>> takewhile(Predicate predicate,
                                                                              Range&& range) {
  return detail::make_lazy_range<detail::taken_while<Predicate, Range>>(
      std::move(predicate), detail::all(std::forward<Range>(range)));
}

///   for (int i : count_up_to(10) | itertools::takewhile([](int n) { return n < 3; })) use(i);
template <class Predicate>
auto takewhile(Predicate predicate) {
  return detail::make_closure([predicate = std::move(predicate)](auto&& range) mutable {
    return itertools::takewhile(std::move(predicate), std::forward<decltype(range)>(range));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
