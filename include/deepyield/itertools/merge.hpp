// merge: sorted ranges as one sorted range. Python: heapq.merge.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/tuples.hpp>
#include <deepyield/lazy_range.hpp>


#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Less, class... Range>
class merged {
 public:
  using element_type = common_reference_of<Range...>;
  using pointer = std::remove_reference_t<element_type>*;

  explicit merged(Less less, held_range<Range>... ranges) : less_(std::move(less)), ranges_(new ranges_type(std::move(ranges)...)) {}

  pointer next() {
    const auto later = [this](const waiting& left, const waiting& right) {
      if (less_(*right.element, *left.element)) return true;
      if (less_(*left.element, *right.element)) return false;
      return right.index < left.index;
    };
    if (!begun_) {
      begun_ = true;
      std::size_t index = 0;
      for_each_of(*ranges_, [&](auto& range) {
        if (const pointer element = range.next()) heap_.push_back({element, index});
        ++index;
      });
      std::make_heap(heap_.begin(), heap_.end(), later);
    } else {
      waiting& given = heap_.back();
      with_part(*ranges_, given.index, [&](auto& range) { given.element = range.next(); });
      if (given.element)
        std::push_heap(heap_.begin(), heap_.end(), later);
      else
        heap_.pop_back();
    }
    if (heap_.empty()) return nullptr;
    std::pop_heap(heap_.begin(), heap_.end(), later);
    return heap_.back().element;
  }

 private:
  using ranges_type = std::tuple<pulled<Range, element_type>...>;
  struct waiting {
    pointer element;
    std::size_t index;  // of its range
  };

  Less less_;
  std::unique_ptr<ranges_type> ranges_;  // the heap refers to their elements
  std::vector<waiting> heap_;  // once begun, behind it the one that was given last
  bool begun_ = false;
};

}  // namespace detail

namespace itertools {

/// All elements of the ranges, each of which is sorted by `less`, in order; of equal ones those of an earlier range first. At most one element of each range is looked at ahead.
/// What they have in common is as for chain(): ranges of one kind keep their references.
///
///   for (int i : itertools::merge(std::less<int>(), std::vector<int>{1, 4}, count_up_to(3))) use(i);  // 1, 1, 2, 3, 4
template <class Less, class... Range, std::enable_if_t<!detail::is_range<Less>::value, int> = 0>
lazy_range<detail::merged<Less, Range...>> merge(Less less, Range&&... ranges) {
  return detail::lazily<detail::merged<Less, Range...>>(std::move(less), detail::hold(std::forward<Range>(ranges))...);
}
///   for (int i : itertools::merge(std::vector<int>{1, 4}, std::vector<int>{2, 3})) use(i);  // 1, 2, 3, 4
template <class First, class... Range, detail::if_range<First> = 0>
lazy_range<detail::merged<std::less<>, First, Range...>> merge(First&& first, Range&&... ranges) {
  return itertools::merge(std::less<>(), std::forward<First>(first), std::forward<Range>(ranges)...);
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
