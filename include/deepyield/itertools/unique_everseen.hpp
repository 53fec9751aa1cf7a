// unique_everseen: elements that were not there before. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/identity.hpp>
#include <deepyield/utility/inlined.hpp>

#include <type_traits>
#include <unordered_set>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range, class Key>
class unique_ever {
  using key_type = key_type_t<Key, Range>;

 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  unique_ever(all_t<Range> range, Key key) : range_(std::move(range)), key_(std::move(key)) {}

  DEEPYIELD_INLINED unique_ever(unique_ever&&) = default;
  DEEPYIELD_INLINED ~unique_ever() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    while (const auto element = range_.next())
      if (seen_.insert(key_(*element)).second) return element;
    return nullptr;
  }

  std::remove_reference_t<element_type>* current() noexcept { return range_.current(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  base_cursor<Range> range_;
  Key key_;
  std::unordered_set<container_element_t<key_type>> seen_;
};

}  // namespace detail

namespace itertools {

/// The elements whose key, `key(element)` or the element itself, no earlier one had. Keys are kept,
/// by std::hash and ==.
///
///   for (int i : itertools::unique_everseen(std::vector<int>{1, 2, 1, 3})) use(i);  // 1, 2, 3
template <class Range, class Key = detail::identity, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::unique_ever<Range, Key>> unique_everseen(Range&& range,
                                                                              Key key = Key()) {
  return detail::make_lazy_range<detail::unique_ever<Range, Key>>(
      detail::all(std::forward<Range>(range)), std::move(key));
}

///   for (int i : std::vector<int>{1, 2, 1, 3} | itertools::unique_everseen()) use(i);
template <class Key = detail::identity, detail::if_function<Key> = 0>
auto unique_everseen(Key key = Key()) {
  return detail::make_closure([key = std::move(key)](auto&& range) mutable {
    return itertools::unique_everseen(std::forward<decltype(range)>(range), std::move(key));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
