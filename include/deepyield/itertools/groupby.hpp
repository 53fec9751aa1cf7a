// groupby: runs of elements with the same key. Python: itertools.groupby.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <boost/optional.hpp>

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
  using key_type = std::decay_t<decltype(std::declval<Key&>()(std::declval<reference_t<Range>>()))>;

  groups(held_range<Range> held, Key key_function) : range(std::move(held)), key_of(std::move(key_function)), elements(*range) {}

  // Past the rest of the group, to the first element of the next.
  bool begin_next() {
    while (!at_next && !ended)
      if (!key)
        take();
      else
        go_on();
    if (ended) return false;
    at_next = false;
    ++number;
    return true;
  }

  // Whether the next element is one of the group.
  bool go_on() {
    if (at_next || ended) return false;
    take();
    return !at_next && !ended;
  }

  held_range<Range> range;
  Key key_of;
  reader<std::remove_reference_t<Range>> elements;
  boost::optional<key_type> key;  // of the element that elements is at
  std::size_t number = 0;         // of the group
  bool at_next = false;           // elements is at the first of a group that has not begun
  bool ended = false;

 private:
  void take() {
    if (!elements.next()) {
      ended = true;
      return;
    }
    key_type taken = key_of(static_cast<reference_t<Range>>(*elements));
    at_next = !key || !(*key == taken);
    if (at_next) key = std::move(taken);
  }
};

}  // namespace detail

namespace itertools {

/// Pairs of a key and a generator of the elements that follow one another with that key, `key(element)`, the element itself if none is given. A group reads on in the same
/// range: when the next one is asked for, it ends, wherever it is.
///
///   for (auto& group : itertools::groupby(std::vector<int>{1, 1, 2, 1}))
///     std::cout << group.first << ':' << std::distance(group.second.begin(), group.second.end()) << ' ';  // 1:2 2:1 1:1
template <class Range, class Key = detail::identity, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
auto groupby(Range&& range, Key key = Key()) {
  using state = detail::groups<Range, Key>;
  using group = std::pair<const typename state::key_type&, generator<detail::reference_t<Range>>>;
  return generator<group>([range = detail::hold(std::forward<Range>(range)), key = std::move(key)](yielder<group>& yield) mutable {
    const auto groups = std::make_shared<state>(std::move(range), std::move(key));
    while (groups->begin_next()) {
      const typename state::key_type current = *groups->key;
      yield(group(current, [groups, number = groups->number](yielder<detail::reference_t<Range>>& elements) {
        for (bool more = groups->number == number && !groups->at_next; more && groups->number == number; more = groups->number == number && groups->go_on())
          elements(static_cast<detail::reference_t<Range>>(*groups->elements));
      }));
    }
  });
}

///   for (auto& group : count_up_to(9) | itertools::groupby([](int n) { return n / 5; })) use(group.first);  // 0, 1
template <class Key, std::enable_if_t<!detail::is_range<Key>::value, int> = 0>
auto groupby(Key key) {
  return detail::awaiting_range(
      [key = std::move(key)](auto&& range) mutable { return itertools::groupby(std::forward<decltype(range)>(range), std::move(key)); });
}
inline auto groupby() {
  return detail::awaiting_range([](auto&& range) { return itertools::groupby(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
