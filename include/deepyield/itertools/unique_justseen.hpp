// unique_justseen: elements that differ from the one before. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range, class Key>
class unique_just {
  using key_type = key_t<Key, Range>;

 public:
  using element_type = reference_t<Range>;
  using hands_on = Range;

  unique_just(held_range<Range> range, Key key) : range_(std::move(range)), key_(std::move(key)) {}

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
  pulled<Range> range_;
  Key key_;
  late<key_type> last_;
};

}  // namespace detail

namespace itertools {

/// The elements whose key, `key(element)` or the element itself, is not that of the one before. Only that key is kept.
///
///   for (int i : itertools::unique_justseen(std::vector<int>{1, 1, 2, 1})) use(i);  // 1, 2, 1
template <class Range, class Key = detail::identity, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::unique_just<Range, Key>> unique_justseen(Range&& range, Key key = Key()) {
  return detail::lazily<detail::unique_just<Range, Key>>(detail::hold(std::forward<Range>(range)), std::move(key));
}

///   for (int i : std::vector<int>{1, 1, 2, 1} | itertools::unique_justseen()) use(i);
template <class Key = detail::identity, detail::if_function<Key> = 0>
auto unique_justseen(Key key = Key()) {
  return detail::awaiting_range(
      [key = std::move(key)](auto&& range) mutable { return itertools::unique_justseen(std::forward<decltype(range)>(range), std::move(key)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
