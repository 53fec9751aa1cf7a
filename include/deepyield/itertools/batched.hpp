// batched: elements in groups of n. Python: itertools.batched.
#pragma once

#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/generator.hpp>

#include <cstddef>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace itertools {

/// Vectors of `n` elements each, the last one of what is left; the elements are copied, or moved out of a range that gives its own. The consumer may move from the vector.
/// Throws std::invalid_argument where n is 0, and, if `strict`, from next() where the last one is too short.
///
///   for (auto& batch : itertools::batched(count_up_to(5), 2)) std::cout << batch.size();  // 2, 2, 1
template <class Range>
generator<std::vector<detail::value_t<Range>>> batched(Range&& range, std::size_t n, bool strict = false) {
  using batch_type = std::vector<detail::value_t<Range>>;
  if (n == 0) throw std::invalid_argument("deepyield: batched() needs groups of at least 1");
  return [range = detail::hold(std::forward<Range>(range)), n, strict](yielder<batch_type>& yield) mutable {
    detail::reader<std::remove_reference_t<Range>> elements(*range);
    for (;;) {
      batch_type batch;
      while (batch.size() < n && elements.next()) batch.push_back(detail::parting<Range>(*elements));
      if (batch.empty()) return;
      if (strict && batch.size() < n) throw std::invalid_argument("deepyield: the last group of batched() is incomplete");
      yield(std::move(batch));
    }
  };
}

///   for (auto& batch : count_up_to(5) | itertools::batched(2)) std::cout << batch.size();
inline auto batched(std::size_t n, bool strict = false) {
  return detail::awaiting_range([=](auto&& range) { return itertools::batched(std::forward<decltype(range)>(range), n, strict); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
