// groupby: runs of elements with the same key. Python: itertools.groupby.
#pragma once

#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <boost/config.hpp>
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
  using element_type = reference_t<Range>;
  using pointer = std::remove_reference_t<element_type>*;
  using key_type = key_t<Key, Range>;

  groups(held_range<Range> held, Key key_function) : range(std::move(held)), key_of(std::move(key_function)) {}

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

  pulled<Range> range;
  Key key_of;
  pointer element = nullptr;
  boost::optional<key_type> key;  // the element's
  std::size_t number = 0;         // of the group
  bool at_next = false;           // the element is the first of a group that has not begun
  bool ended = false;

 private:
  void take() {
    element = range.next();
    if (!element) {
      ended = true;
      return;
    }
    key_type taken = key_of(*element);
    at_next = !key || !(*key == taken);
    if (at_next) key.emplace(std::move(taken));
  }
};

template <class Range, class Key>
class group {
 public:
  using element_type = reference_t<Range>;
  using hands_on = Range;

  explicit group(std::shared_ptr<groups<Range, Key>> all) : groups_(std::move(all)), number_(groups_->number) {}

  std::remove_reference_t<element_type>* next() {
    if (groups_->number != number_) return nullptr;
    const bool more = begun_ ? groups_->go_on() : !groups_->at_next;
    begun_ = true;
    return more ? groups_->element : nullptr;
  }

 private:
  std::shared_ptr<groups<Range, Key>> groups_;
  std::size_t number_;
  bool begun_ = false;
};

template <class Range, class Key>
class grouped {
  using key_type = typename groups<Range, Key>::key_type;

 public:
  using element_type = std::pair<const key_type&, lazy_range<group<Range, Key>>>;

  grouped(held_range<Range> range, Key key) : groups_(std::make_shared<groups<Range, Key>>(std::move(range), std::move(key))) {}

  element_type* next() {
    if (!groups_->begin_next()) return nullptr;
    key_.emplace(*groups_->key);  // the groups' own goes on with them
    return current_.hold([this] { return element_type(*key_, lazily<group<Range, Key>>(groups_)); });
  }

 private:
  std::shared_ptr<groups<Range, Key>> groups_;
  late<key_type> key_;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// Pairs of a key and a range of the elements that follow one another with that key, `key(element)`, the element itself if none is given. A group reads on in the same
/// range: when the next one is asked for, it ends, wherever it is.
///
///   for (auto& group : itertools::groupby(std::vector<int>{1, 1, 2, 1}))
///     std::cout << group.first << ':' << std::distance(group.second.begin(), group.second.end()) << ' ';  // 1:2 2:1 1:1
template <class Range, class Key = detail::identity, detail::if_range<Range> = 0>
BOOST_FORCEINLINE lazy_range<detail::grouped<Range, Key>> groupby(Range&& range, Key key = Key()) {
  return detail::lazily<detail::grouped<Range, Key>>(detail::hold(std::forward<Range>(range)), std::move(key));
}

///   for (auto& group : count_up_to(9) | itertools::groupby([](int n) { return n / 5; })) use(group.first);  // 0, 1
template <class Key, detail::if_function<Key> = 0>
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
