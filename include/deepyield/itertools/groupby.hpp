// groupby: runs of elements with the same key. Python: itertools.groupby.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/reentry.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/local_shared_ptr.hpp>
#include <deepyield/utility/optional.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

// State that the groups of one range share.
template <class Range, class Key>
struct groupby_state {
  using key_type = key_type_t<Key, Range>;

  groupby_state(all_t<Range> kept_range, Key key_function)
      : range(std::move(kept_range)), key_of(std::move(key_function)) {}

  // Advances to the next element. Returns whether it belongs to the current group; if not, that
  // group has ended.
  DEEPYIELD_INLINED bool advance() {
    const in_use_guard guard(in_use);
    if (const auto element = range.next()) {
      key_type taken = key_of(*element);
      if (BOOST_LIKELY(number != 0 && *key == taken)) return true;
      key.emplace(std::move(taken));
      at_first = true;
    }
    ++number;
    return false;
  }

  // Skips the rest of the current group. Returns whether there is another group to begin.
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
  optional<key_type> key;    // of the current element
  optional<key_type> given;  // of the group that was given last
  std::size_t number = 0;    // of the group that the element is in; past the last one's at the end
  bool at_first = false;     // whether the current element begins a group that was not given yet
  bool in_use = false;       // while a key function or comparison runs, which may read a group
};

template <class Range, class Key>
class group_cursor {
 public:
  using element_type = range_reference_t<Range>;
  using base_range = Range;

  DEEPYIELD_INLINED explicit group_cursor(const local_shared_ptr<groupby_state<Range, Key>>& groups)
      : groups_(groups), number_(groups_->number) {}
  DEEPYIELD_INLINED group_cursor(group_cursor&&) = default;
  DEEPYIELD_INLINED ~group_cursor() = default;

  DEEPYIELD_INLINED range_pointer_t<Range> next() {
    groupby_state<Range, Key>& state = *groups_;
    if (state.number != number_ || (begun_ && !state.advance())) return nullptr;
    begun_ = true;
    return state.range.current();
  }
  range_pointer_t<Range> current() const noexcept { return groups_->range.current(); }
  DEEPYIELD_INLINED bool in_use() const noexcept { return groups_->in_use; }
  DEEPYIELD_INLINED bool executing() { return groups_->executing(); }

 private:
  local_shared_ptr<groupby_state<Range, Key>> groups_;
  std::size_t number_;
  bool begun_ = false;
};

// GCC does not inline a pair's destructor, and would then keep the group out of registers.
template <class Key, class Group>
struct destructor<std::pair<const Key&, lazy_range<Group>>> {
  static DEEPYIELD_INLINED void destroy(std::pair<const Key&, lazy_range<Group>>& pair) noexcept {
    pair.second.~lazy_range<Group>();
  }
};

template <class Range, class Key>
class groupby_cursor {
 public:
  using element_type = std::pair<const typename groupby_state<Range, Key>::key_type&,
                                 lazy_range<group_cursor<Range, Key>>>;

  groupby_cursor(all_t<Range> range, Key key)
      : groups_(
            local_shared_ptr<groupby_state<Range, Key>>::make(std::move(range), std::move(key))) {}
  DEEPYIELD_INLINED groupby_cursor(groupby_cursor&&) = default;
  DEEPYIELD_INLINED ~groupby_cursor() = default;

  DEEPYIELD_INLINED element_type* next() {
    if (!groups_->begin_next()) return nullptr;
    return std::addressof(current_.emplace_from([this] {
      return element_type(*groups_->given,
                          detail::make_lazy_range<group_cursor<Range, Key>>(groups_));
    }));
  }
  element_type* current() noexcept { return std::addressof(*current_); }
  DEEPYIELD_INLINED bool in_use() const noexcept { return groups_->in_use; }
  DEEPYIELD_INLINED bool executing() { return groups_->executing(); }

 private:
  local_shared_ptr<groupby_state<Range, Key>> groups_;
  optional<element_type> current_;
};

/// How groupby() is called.
struct groupby_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met, "deepyield: groupby() takes the range, then the key function: groupby(range, key).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// Pairs of a key and a range of the consecutive elements with that key. The key is `key(element)`,
/// or the element itself if no function is given. A group reads from the same range: it ends when
/// the next group is asked for, even if it was not read to its end. All of them belong to one
/// thread. Reading any of them from within the key function or `==` throws already_executing, and
/// changes nothing.
///
///   for (auto& group : itertools::groupby(std::vector<int>{1, 1, 2, 1}))
///     // 1:2 2:1 1:1
///     std::cout << group.first << ':' << std::distance(group.second.begin(),
///         group.second.end()) << ' ';
///   // 0, 1
///   for (auto& group : count_up_to(9) | itertools::groupby([](int n) { return n / 5; }))
///     use(group.first);
constexpr detail::range_first<detail::adapt_by_key<
    detail::groupby_cursor, detail::groupby_signature, detail::equal_key_check>>
    groupby{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
