// batched: elements in groups of n. Python: itertools.batched.
#pragma once

#include <deepyield/detail/amount.hpp>
#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class batches {
 public:
  using element_type = std::vector<contained<value_t<Range>>>;

  batches(held_range<Range> range, std::size_t size, bool strict) : range_(std::move(range)), size_(size), strict_(strict) {}

  DEEPYIELD_INLINED batches(batches&&) = default;
  DEEPYIELD_INLINED ~batches() = default;

  DEEPYIELD_INLINED element_type* next() {
    batch_.clear();  // whatever the consumer has left of it
    std::size_t lacking = size_;
    for (; lacking > 0 && range_.go_on(); --lacking) batch_.push_back(parting<Range>(*range_));
    if (lacking == size_) return nullptr;
    if (strict_ && lacking > 0) throw std::invalid_argument("deepyield: the last group of batched() is incomplete");
    return &batch_;
  }

  element_type* current() noexcept { return &batch_; }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  pulled<Range> range_;
  std::size_t size_;
  bool strict_;
  element_type batch_;
};

}  // namespace detail

namespace itertools {

/// Vectors of `n` elements each, the last one of what is left; the elements are copied, or moved out of a range that gives its own. The consumer may move from the vector.
/// Throws std::invalid_argument where n is less than 1, and, if `strict`, from next() where the last one is too short.
///
///   for (auto& batch : itertools::batched(count_up_to(5), 2)) std::cout << batch.size();  // 2, 2, 1
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::batches<Range>> batched(Range&& range, detail::amount n, bool strict = false) {
  const std::size_t size = n.at_least(1, "batched() needs groups");
  return detail::lazily<detail::batches<Range>>(detail::hold(std::forward<Range>(range)), size, strict);
}

///   for (auto& batch : count_up_to(5) | itertools::batched(2)) std::cout << batch.size();
inline auto batched(detail::amount n, bool strict = false) {
  return detail::awaiting_range([=](auto&& range) { return itertools::batched(std::forward<decltype(range)>(range), n, strict); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
