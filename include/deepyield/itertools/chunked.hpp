// chunked: runs of neighbours that belong together. Python: more_itertools.split_when, with the opposite predicate.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// Vectors of elements that follow one another; a new one begins where `together(last, next)` is false. Elements are copied, or moved out of a range that gives its own.
///
///   for (auto& rising : itertools::chunked(std::less<int>(), std::vector<int>{1, 5, 2, 3})) std::cout << rising.size();  // 2, 2
template <class Predicate, class Range>
generator<std::vector<detail::value_t<Range>>> chunked(Predicate together, Range&& range) {
  using chunk_type = std::vector<detail::value_t<Range>>;
  return [together = std::move(together), range = detail::hold(std::forward<Range>(range))](yielder<chunk_type>& yield) mutable {
    chunk_type chunk;
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    while (elements.next()) {
      detail::value_t<Range> next(detail::parting<Range>(*elements));
      if (!chunk.empty() && !together(chunk.back(), next)) {
        yield(std::move(chunk));
        chunk.clear();
      }
      chunk.push_back(std::move(next));
    }
    if (!chunk.empty()) yield(std::move(chunk));
  };
}

///   for (auto& rising : std::vector<int>{1, 5, 2, 3} | itertools::chunked(std::less<int>())) use(rising[0]);
template <class Predicate>
auto chunked(Predicate together) {
  return detail::awaiting_range(
      [together = std::move(together)](auto&& range) mutable { return itertools::chunked(std::move(together), std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
