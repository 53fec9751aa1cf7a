// Several sorted generators as one, by a heap: each element costs the logarithm of how many there are.
#pragma once

#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// A generator of what any range gives.
template <class Element, class Range>
generator<Element> handed_on(Range&& range) {
  return [range = hold(std::forward<Range>(range))](yielder<Element>& yield) mutable {
    reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) yield(static_cast<Element>(*elements));
  };
}

template <class Element, class Less, class Yielder>
void yield_merged(const std::vector<generator<Element>*>& sources, Less& less, Yielder& yield) {
  struct waiting {
    typename generator<Element>::pointer element;
    std::size_t rank;  // of its source
  };
  std::vector<waiting> heap;
  const auto later = [&less](const waiting& left, const waiting& right) {
    if (less(*right.element, *left.element)) return true;
    if (less(*left.element, *right.element)) return false;
    return right.rank < left.rank;
  };
  for (std::size_t rank = 0; rank < sources.size(); ++rank)
    if (const auto element = sources[rank]->next()) heap.push_back({element, rank});
  std::make_heap(heap.begin(), heap.end(), later);
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), later);
    yield(static_cast<Element&&>(*heap.back().element));
    heap.back().element = sources[heap.back().rank]->next();
    if (heap.back().element)
      std::push_heap(heap.begin(), heap.end(), later);
    else
      heap.pop_back();
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
