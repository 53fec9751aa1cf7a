// merge_from_iterable: any number of sorted ranges as one sorted range. Python:
// heapq.merge(*iterables).
#pragma once

#include <deepyield/itertools/merge.hpp>  // for by_key
#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/inner_cursors.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Ranges, class Less>
class merge_from_iterable_cursor {
 public:
  using base_range = typename inner_cursors<Ranges>::range;
  using element_type = range_reference_t<base_range>;
  using pointer = std::remove_reference_t<element_type>*;

  merge_from_iterable_cursor(all_t<Ranges> ranges, Less less)
      : ranges_(std::move(ranges)), less_(std::move(less)) {}
  DEEPYIELD_INLINED merge_from_iterable_cursor(merge_from_iterable_cursor&&) = default;
  DEEPYIELD_INLINED ~merge_from_iterable_cursor() = default;

  pointer next() {
    if (!has_started_)
      start();
    else if (ranges_[waiting_.back()].next())
      std::push_heap(waiting_.begin(), waiting_.end(), later());
    else
      waiting_.pop_back();
    if (waiting_.empty()) return nullptr;
    // Now, and not when the next is asked for: the consumer may change this element.
    std::pop_heap(waiting_.begin(), waiting_.end(), later());
    return ranges_[waiting_.back()].current();
  }
  bool executing() {
    return has_started_ ? ranges_[waiting_.back()].executing() : ranges_.executing();
  }

 private:
  void start() {
    ranges_.open();
    waiting_.reserve(ranges_.size());
    for (std::size_t i = 0; i < ranges_.size(); ++i)
      if (ranges_[i].next()) waiting_.push_back(i);
    std::make_heap(waiting_.begin(), waiting_.end(), later());
    has_started_ = true;
  }

  // The order of the heap: whether the left one's element comes later.
  auto later() {
    return [this](std::size_t left, std::size_t right) {
      auto& element = *ranges_[left].current();
      auto& other = *ranges_[right].current();
      if (less_(other, element)) return true;
      return left > right && !less_(element, other);
    };
  }

  inner_cursors<Ranges> ranges_;
  Less less_;
  // The ranges that have not ended, as a heap; behind it the one that has given the last element.
  std::vector<std::size_t> waiting_;
  bool has_started_ = false;
};

/// How merge_from_iterable() is called.
struct merge_from_iterable_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: merge_from_iterable() takes the range of ranges, then the order: "
                  "merge_from_iterable(ranges, less).");
    return {};
  }
};
template <class Signature, class Less, class Ranges>
struct elements_order_check
    : order_check<Signature, Less, element_lvalue_t<inner_range_t<Ranges>>> {};
template <class Signature, class Less, class Ranges>
struct inner_order_check
    : all_checks<inner_range_check<Ranges>, elements_order_check<Signature, Less, Ranges>> {};

struct merge_from_iterable_function
    : takes_key<merge_from_iterable_signature, inner_order_check, std::less<>> {
  template <class Ranges, class Less = std::less<>, if_accepted<check<Ranges, Less>> = 0>
  lazy_range<merge_from_iterable_cursor<Ranges, Less>> operator()(Ranges&& ranges,
                                                                  Less less = Less()) const {
    return detail::make_lazy_range<merge_from_iterable_cursor<Ranges, Less>>(
        detail::all(std::forward<Ranges>(ranges)), std::move(less));
  }
};

}  // namespace detail

namespace itertools {

/// All elements of the sorted ranges in a range, in order. The second argument is the function by
/// which they are sorted, such as by_key(f) (Python: key=f), std::greater<>() (Python:
/// reverse=True) or both, by_key(f, std::greater<>()); `<` if there is none. Of equal elements,
/// those of an earlier range come first. Looks ahead at most one element in each of the k ranges;
/// an element takes O(log k) comparisons. All k are open at once: a single-pass range of ranges is
/// read to its end first.
///
///   std::vector<std::vector<int>> sorted{{1, 4}, {}, {2, 3}};
///   for (int i : itertools::merge_from_iterable(sorted)) use(i);  // 1, 2, 3, 4
constexpr detail::range_first<detail::merge_from_iterable_function> merge_from_iterable{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
