// filter: the elements that satisfy a predicate. Python: filter.
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
class filtered {
 public:
  using element_type = reference_t<Range>;
  using hands_on = Range;

  filtered(Predicate predicate, held_range<Range> range) : predicate_(std::move(predicate)), range_(std::move(range)) {}

  DEEPYIELD_INLINED filtered(filtered&&) = default;
  DEEPYIELD_INLINED ~filtered() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    while (const auto element = range_.next())
      if (predicate_(*element)) return element;
    return nullptr;
  }

  std::remove_reference_t<element_type>* current() noexcept { return range_.current(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  Predicate predicate_;
  pulled<Range> range_;
};

}  // namespace detail

namespace itertools {

/// The elements of the range for which `predicate(element)` is true.
///
///   for (int i : itertools::filter([](int n) { return n % 2 == 0; }, count_up_to(5))) use(i);  // 2, 4
template <class Predicate, class Range>
DEEPYIELD_INLINED lazy_range<detail::filtered<Predicate, Range>> filter(Predicate predicate, Range&& range) {
  return detail::lazily<detail::filtered<Predicate, Range>>(std::move(predicate), detail::hold(std::forward<Range>(range)));
}

///   for (int i : count_up_to(5) | itertools::filter([](int n) { return n % 2 == 0; })) use(i);
template <class Predicate>
auto filter(Predicate predicate) {
  return detail::awaiting_range(
      [predicate = std::move(predicate)](auto&& range) mutable { return itertools::filter(std::move(predicate), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
