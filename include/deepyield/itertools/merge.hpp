// merge: sorted ranges as one sorted range. Python: heapq.merge.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/common_reference.hpp>
#include <deepyield/ranges/same_range.hpp>

#include <cstddef>
#include <functional>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// Cursors of sorted ranges, each at its next element. Not a heap: there are only as many as
/// arguments, and it is quicker to compare all of a few.
template <class Pointer, class... Pulled>
class contenders;

template <class Pointer>
class contenders<Pointer> {
 public:
  void start() noexcept {}
  bool executing() const noexcept { return false; }
  template <std::size_t>
  void advance(std::size_t) noexcept {}
  template <std::size_t, class Less>
  Pointer least(Less&, std::size_t&) noexcept {
    return nullptr;
  }
};

template <class Pointer, class First, class... Rest>
class contenders<Pointer, First, Rest...> {
 public:
  template <class Held, class... MoreHeld>
  DEEPYIELD_INLINED explicit contenders(Held&& first, MoreHeld&&... rest)
      : first_(std::forward<Held>(first)), rest_(std::forward<MoreHeld>(rest)...) {}
  DEEPYIELD_INLINED contenders(contenders&&) = default;
  DEEPYIELD_INLINED ~contenders() = default;

  DEEPYIELD_INLINED void start() {
    stands_ = first_.next() != nullptr;
    rest_.start();
  }

  /// Whether one of them is being read already and throws already_executing.
  DEEPYIELD_INLINED bool executing() { return first_.executing() || rest_.executing(); }

  /// Advances the range at index `which`.
  template <std::size_t Index = 0>
  DEEPYIELD_INLINED void advance(std::size_t which) {
    if (which == Index)
      stands_ = first_.next() != nullptr;
    else
      rest_.template advance<Index + 1>(which);
  }

  /// Returns the least of the current elements, the first of equal ones; nullptr if all ranges have
  /// ended. Sets `which` to the index of its range.
  template <std::size_t Index = 0, class Less>
  DEEPYIELD_INLINED Pointer least(Less& less, std::size_t& which) {
    const Pointer later = rest_.template least<Index + 1>(less, which);
    if (!stands_) return later;
    const Pointer own = first_.current();
    if (later && less(*later, *own)) return later;
    which = Index;
    return own;
  }

 private:
  First first_;
  contenders<Pointer, Rest...> rest_;
  bool stands_ = false;
};

template <class Less, class... Range>
class merge_cursor {
 public:
  using element_type = common_reference_of<Range...>;
  using pointer = std::remove_reference_t<element_type>*;

  explicit merge_cursor(Less less, all_t<Range>... ranges)
      : less_(std::move(less)), ranges_(std::move(ranges)...) {}
  DEEPYIELD_INLINED merge_cursor(merge_cursor&&) = default;
  DEEPYIELD_INLINED ~merge_cursor() = default;

  DEEPYIELD_INLINED pointer next() {
    if (given_ == none)
      ranges_.start();
    else
      ranges_.advance(given_);
    return ranges_.least(less_, given_);
  }
  DEEPYIELD_INLINED bool executing() { return given_ != none && ranges_.executing(); }

 private:
  static constexpr std::size_t none = sizeof...(Range);

  Less less_;
  contenders<pointer, base_cursor<Range, element_type>...> ranges_;
  std::size_t given_ = none;  // the index of the range that gave the last element
};

template <class Key, class Less>
struct key_order {
  template <class Left, class Right>
  auto operator()(Left& left, Right& right)
      -> decltype(static_cast<bool>(std::declval<Less&>()(std::declval<Key&>()(left),
                                                          std::declval<Key&>()(right)))) {
    return static_cast<bool>(less(key(left), key(right)));
  }
  Key key;
  Less less;
};

/// How merge() is called.
struct merge_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met, "deepyield: merge() takes the order first, then the ranges: merge(less, ranges...).");
    return {};
  }
};
template <class Argument>
struct merge_range_check
    : std::conditional_t<range_check<Argument>::value, accepted,
                         std::conditional_t<may_be_function<std::decay_t<Argument>>::value,
                                            merge_signature, no_range<Argument>>> {};
template <class Less, class... Range>
struct merge_order_check
    : order_check<merge_signature, Less, std::remove_reference_t<common_reference_of<Range...>>&> {
};
template <class Less, class... Range>
using merge_ranges_check = all_checks<merge_range_check<Range>..., common_value_check<Range...>,
                                      merge_order_check<Less, Range...>>;

// The first argument may be the order.
template <class First, class... Range>
struct merge_check
    : std::conditional_t<
          is_range<First>::value, merge_ranges_check<std::less<>, First, Range...>,
          std::conditional_t<may_be_function<std::decay_t<First>>::value,
                             merge_ranges_check<std::decay_t<First>, Range...>, no_range<First>>> {
};

struct merge_function {
  template <class Less, class... Range, if_function<Less> = 0,
            if_accepted<merge_check<Less, Range...>> = 0>
  DEEPYIELD_INLINED lazy_range<merge_cursor<Less, Range...>> operator()(Less less,
                                                                        Range&&... ranges) const {
    detail::refuse_same_range("merge", ranges...);
    return detail::make_lazy_range<merge_cursor<Less, Range...>>(
        std::move(less), detail::all(std::forward<Range>(ranges))...);
  }
  template <class First, class... Range, if_range<First> = 0,
            if_accepted<merge_check<First, Range...>> = 0>
  DEEPYIELD_INLINED lazy_range<merge_cursor<std::less<>, First, Range...>> operator()(
      First&& first, Range&&... ranges) const {
    return (*this)(std::less<>(), std::forward<First>(first), std::forward<Range>(ranges)...);
  }
  template <class... Argument, if_refused<merge_check<Argument...>> = 0>
  refused operator()(Argument&&...) const {
    return merge_check<Argument...>::template refuse<false>();
  }
};

}  // namespace detail

namespace itertools {

/// Orders elements by key(element) (Python: the argument `key`), for merge(), merge_from_iterable()
/// and the standard's algorithms. The second argument compares keys; std::greater<>() is what
/// Python calls reverse=True.
///
///   // 1, -2, -4, 5
///   const auto by_size = itertools::by_key([](int n) { return std::abs(n); });
///   for (int i : itertools::merge(by_size, std::vector<int>{1, -4}, std::vector<int>{-2, 5}))
///     use(i);
template <class Key, class Less = std::less<>>
detail::key_order<Key, Less> by_key(Key key, Less less = Less()) {
  return {std::move(key), std::move(less)};
}

/// All elements of several sorted ranges, in order. The first argument is the function by which
/// they are sorted, such as by_key(f) (Python: key=f), std::greater<>() (Python: reverse=True) or
/// both, by_key(f, std::greater<>()); `<` if none is given. Of equal elements, those of an earlier
/// range come first. Looks ahead at most one element in each range. The element type is as for
/// chain(): ranges of one kind keep their references. Throws std::invalid_argument if a single-pass
/// range is given twice: an element would end before its use.
///
///   // 1, 1, 2, 3, 4
///   for (int i : itertools::merge(std::vector<int>{1, 4}, count_up_to(3))) use(i);
///   // 4, 3, 2, 1
///   for (int i : itertools::merge(std::greater<>(), std::vector<int>{4, 1},
///       std::vector<int>{3, 2}))
///     use(i);
constexpr detail::merge_function merge{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
