// takewhile: the elements before the first that does not satisfy a predicate. Python: itertools.takewhile.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Predicate, class Range>
class taken_while {
 public:
  using element_type = reference_t<Range>;
  using hands_on = Range;

  taken_while(Predicate predicate, held_range<Range> range) : predicate_(std::move(predicate)), range_(std::move(range)) {}

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
  pulled<Range> range_;
};

}  // namespace detail

namespace itertools {

/// The elements of the range up to the first for which `predicate(element)` is false; that one is taken from the range too, and dropped.
///
///   for (int i : itertools::takewhile([](int n) { return n < 3; }, count_up_to(10))) use(i);  // 1, 2
template <class Predicate, class Range>
DEEPYIELD_INLINED lazy_range<detail::taken_while<Predicate, Range>> takewhile(Predicate predicate, Range&& range) {
  return detail::lazily<detail::taken_while<Predicate, Range>>(std::move(predicate), detail::hold(std::forward<Range>(range)));
}

///   for (int i : count_up_to(10) | itertools::takewhile([](int n) { return n < 3; })) use(i);
template <class Predicate>
auto takewhile(Predicate predicate) {
  return detail::awaiting_range(
      [predicate = std::move(predicate)](auto&& range) mutable { return itertools::takewhile(std::move(predicate), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
