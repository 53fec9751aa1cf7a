// groupby: runs of elements with the same key. Python: itertools.groupby.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/reentry.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/identity.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/local_shared_ptr.hpp>
#include <deepyield/utility/optional.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

// What the groups of one range share.
template <class Range, class Key>
struct groups {
  using pointer = std::remove_reference_t<range_reference_t<Range>>*;
  using key_type = key_type_t<Key, Range>;

  groups(all_t<Range> held, Key key_function)
      : range(std::move(held)), key_of(std::move(key_function)) {}

  // Goes on to the next element; whether it is one of the group that is read. If not, that group is
  // over.
  DEEPYIELD_INLINED bool advance() {
    const in_use_guard guard(in_use);
    if (const pointer element = range.next()) {
      key_type taken = key_of(*element);
      if (BOOST_LIKELY(number != 0 && *key == taken)) return true;
      key.emplace(std::move(taken));
      at_first = true;
    }
    ++number;
    return false;
  }

  // Past the rest of the group that is read, to the first element of the next, if there is one.
  bool begin_next() {
    while (!at_first && advance()) {
    }
    if (!std::exchange(at_first, false)) return false;
    const in_use_guard guard(in_use);
    given.emplace(*key);
    return true;
  }

  DEEPYIELD_INLINED bool executing() { return in_use || range.executing(); }

  base_cursor<Range> range;
  Key key_of;
  optional<key_type> key;    // the element's
  optional<key_type> given;  // of the group that was given last
  std::size_t number = 0;    // of the group that the element is in; past the last one's at the end
  bool at_first = false;     // whether that has not begun
  bool in_use = false;       // a key function or comparison may ask another handle
};

template <class Range, class Key>
class group {
 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  DEEPYIELD_INLINED explicit group(const local_shared_ptr<groups<Range, Key>>& groups)
      : groups_(groups), number_(groups_->number) {}

  DEEPYIELD_INLINED group(group&&) = default;
  DEEPYIELD_INLINED ~group() = default;

  DEEPYIELD_INLINED std::remove_reference_t<element_type>* next() {
    groups<Range, Key>& state = *groups_;
    if (state.number != number_ || (begun_ && !state.advance())) return nullptr;
    begun_ = true;
    return state.range.current();
  }
  std::remove_reference_t<element_type>* current() const noexcept {
    return groups_->range.current();
  }
  DEEPYIELD_INLINED bool in_use() const noexcept { return groups_->in_use; }
  DEEPYIELD_INLINED bool executing() { return groups_->executing(); }

 private:
  local_shared_ptr<groups<Range, Key>> groups_;
  std::size_t number_;
  bool begun_ = false;
};

// GCC does not inline a pair's, and would keep the group out of registers.
template <class Key, class Group>
struct destructor<std::pair<const Key&, lazy_range<Group>>> {
  static DEEPYIELD_INLINED void destroy(std::pair<const Key&, lazy_range<Group>>& pair) noexcept {
    pair.second.~lazy_range<Group>();
  }
};

template <class Range, class Key>
class grouped {
 public:
  using element_type =
      std::pair<const typename groups<Range, Key>::key_type&, lazy_range<group<Range, Key>>>;

  grouped(all_t<Range> range, Key key)
      : groups_(local_shared_ptr<groups<Range, Key>>::make(std::move(range), std::move(key))) {}

  DEEPYIELD_INLINED grouped(grouped&&) = default;
  DEEPYIELD_INLINED ~grouped() = default;

  DEEPYIELD_INLINED element_type* next() {
    if (!groups_->begin_next()) return nullptr;
    return std::addressof(current_.emplace_from([this] {
      return element_type(*groups_->given, make_lazy_range<group<Range, Key>>(groups_));
    }));
  }
  element_type* current() noexcept { return std::addressof(*current_); }
  DEEPYIELD_INLINED bool in_use() const noexcept { return groups_->in_use; }
  DEEPYIELD_INLINED bool executing() { return groups_->executing(); }

 private:
  local_shared_ptr<groups<Range, Key>> groups_;
  optional<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// Pairs of a key and a range of the elements that follow one another with that key,
/// `key(element)`, the element itself if none is given. A group reads on in the same range: when
/// the next one is asked for, it ends, wherever it is. All of them belong to one thread. Asked from
/// within the key function or `==`, each of them throws already_executing and goes on unharmed.
///
///   for (auto& group : itertools::groupby(std::vector<int>{1, 1, 2, 1}))
///     // 1:2 2:1 1:1
///     std::cout << group.first << ':' << std::distance(group.second.begin(),
///         group.second.end()) << ' ';
template <class Range, class Key = detail::identity, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::grouped<Range, Key>> groupby(Range&& range, Key key = Key()) {
  return detail::make_lazy_range<detail::grouped<Range, Key>>(
      detail::all(std::forward<Range>(range)), std::move(key));
}

///   // 0, 1
///   for (auto& group : count_up_to(9) | itertools::groupby([](int n) { return n / 5; }))
///     use(group.first);
template <class Key, detail::if_function<Key> = 0>
auto groupby(Key key) {
  return detail::make_closure([key = std::move(key)](auto&& range) mutable {
    return itertools::groupby(std::forward<decltype(range)>(range), std::move(key));
  });
}
inline auto groupby() {
  return detail::make_closure(
      [](auto&& range) { return itertools::groupby(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
