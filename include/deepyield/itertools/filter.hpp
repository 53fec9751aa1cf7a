// filter: the elements that satisfy a predicate. Python: filter.
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
class filtered {
 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  filtered(Predicate predicate, all_t<Range> range)
      : predicate_(std::move(predicate)), range_(std::move(range)) {}

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
  base_cursor<Range> range_;
};

}  // namespace detail

namespace itertools {

/// The elements of the range for which `predicate(element)` is true.
///
///   // 2, 4
///   for (int i : itertools::filter([](int n) { return n % 2 == 0; }, count_up_to(5))) use(i);
template <class Predicate, class Range>
DEEPYIELD_INLINED lazy_range<detail::filtered<Predicate, Range>> filter(Predicate predicate,
                                                                        Range&& range) {
  return detail::make_lazy_range<detail::filtered<Predicate, Range>>(
      std::move(predicate), detail::all(std::forward<Range>(range)));
}

///   for (int i : count_up_to(5) | itertools::filter([](int n) { return n % 2 == 0; })) use(i);
template <class Predicate>
auto filter(Predicate predicate) {
  return detail::make_closure([predicate = std::move(predicate)](auto&& range) mutable {
    return itertools::filter(std::move(predicate), std::forward<decltype(range)>(range));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
