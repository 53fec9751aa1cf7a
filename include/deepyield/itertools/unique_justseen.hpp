// unique_justseen: elements that differ from the one before. Python: itertools' recipe of that
// name.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/identity.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range, class Key>
class unique_just {
  using key_type = key_type_t<Key, Range>;

 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  unique_just(all_t<Range> range, Key key) : range_(std::move(range)), key_(std::move(key)) {}

  DEEPYIELD_INLINED unique_just(unique_just&&) = default;
  DEEPYIELD_INLINED ~unique_just() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    while (const auto element = range_.next()) {
      key_type current = key_(*element);
      if (last_ && *last_ == current) continue;
      last_.emplace(std::move(current));
      return element;
    }
    return nullptr;
  }

  std::remove_reference_t<element_type>* current() noexcept { return range_.current(); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  base_cursor<Range> range_;
  Key key_;
  optional<key_type> last_;
};

}  // namespace detail

namespace itertools {

/// The elements whose key, `key(element)` or the element itself, is not that of the one before.
/// Only that key is kept.
///
///   for (int i : itertools::unique_justseen(std::vector<int>{1, 1, 2, 1})) use(i);  // 1, 2, 1
template <class Range, class Key = detail::identity, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::unique_just<Range, Key>> unique_justseen(Range&& range,
                                                                              Key key = Key()) {
  return detail::make_lazy_range<detail::unique_just<Range, Key>>(
      detail::all(std::forward<Range>(range)), std::move(key));
}

///   for (int i : std::vector<int>{1, 1, 2, 1} | itertools::unique_justseen()) use(i);
template <class Key = detail::identity, detail::if_function<Key> = 0>
auto unique_justseen(Key key = Key()) {
  return detail::make_closure([key = std::move(key)](auto&& range) mutable {
    return itertools::unique_justseen(std::forward<decltype(range)>(range), std::move(key));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
