// permutations: all orders of r elements. Python: itertools.permutations.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

// All orders of all elements: std::next_permutation of their places, with the elements alongside. Every second step only exchanges the last two.
template <class Element, class Yielder>
void yield_orders(std::vector<Element> elements, Yielder& yield) {
  const std::size_t n = elements.size();
  std::vector<std::size_t> place(n);
  for (std::size_t i = 0; i < n; ++i) place[i] = i;
  const auto exchange = [&](std::size_t left, std::size_t right) {
    using std::swap;
    swap(place[left], place[right]);
    swap(elements[left], elements[right]);
  };
  for (bool last_two_go_up = true;; last_two_go_up = !last_two_go_up) {
    yield(elements);  // in one place, so that it is inlined
    if (n < 2) return;
    if (last_two_go_up) {
      exchange(n - 2, n - 1);
      continue;
    }
    std::size_t tail = n - 2;  // from here on the places only go down
    while (tail > 0 && place[tail - 1] > place[tail]) --tail;
    if (tail == 0) return;
    std::size_t greater = n - 1;
    while (place[greater] < place[tail - 1]) --greater;
    exchange(tail - 1, greater);
    for (std::size_t left = tail, right = n - 1; left < right; ++left, --right) exchange(left, right);
  }
}

}  // namespace detail

namespace itertools {

/// Each order of `r` of the elements, in the order of their places; of all of them if r is not given; none where there are fewer. One vector for all of them: copy
/// it to keep it. Elements are equal or not by their places alone.
///
///   for (const std::vector<int>& order : itertools::permutations(count_up_to(3))) use(order[0]);     // 1, 1, 2, 2, 3, 3
///   for (const std::vector<int>& two : itertools::permutations(count_up_to(3), 2)) use(two[0]);  // 1, 1, 2, 2, 3, 3
template <class Range, std::enable_if_t<detail::is_range<Range>::value, int> = 0>
generator<const std::vector<detail::value_t<Range>>&> permutations(Range&& range, std::size_t r = (std::numeric_limits<std::size_t>::max)()) {
  using result = std::vector<detail::value_t<Range>>;
  return [range = detail::hold(std::forward<Range>(range)), r](yielder<const result&>& yield) mutable {
    result pool = detail::collect(*range);
    const std::size_t n = pool.size();
    const std::size_t length = r == (std::numeric_limits<std::size_t>::max)() ? n : r;
    if (length > n) return;
    if (length == n) return detail::yield_orders(std::move(pool), yield);
    result chosen(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(length));
    std::vector<std::size_t> place(n), turns_left(length);
    for (std::size_t i = 0; i < n; ++i) place[i] = i;
    for (std::size_t i = 0; i < length; ++i) turns_left[i] = n - i - 1;
    for (;;) {
      yield(chosen);
      // The last position that has not had all of its turns gets the next; those behind it begin anew, in the order of the places that are left.
      std::size_t i = length;
      while (i > 0 && turns_left[i - 1] == 0) {
        --i;
        const std::size_t first = place[i];
        for (std::size_t at = i; at + 1 < n; ++at) place[at] = place[at + 1];
        place[n - 1] = first;
        turns_left[i] = n - i - 1;
      }
      if (i == 0) return;
      std::swap(place[i - 1], place[n - turns_left[i - 1]--]);
      for (std::size_t at = i - 1; at < length; ++at) chosen[at] = pool[place[at]];
    }
  };
}

///   for (const std::vector<int>& two : count_up_to(3) | itertools::permutations(2)) use(two[0]);
inline auto permutations(std::size_t r = (std::numeric_limits<std::size_t>::max)()) {
  return detail::awaiting_range([r](auto&& range) { return itertools::permutations(std::forward<decltype(range)>(range), r); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
