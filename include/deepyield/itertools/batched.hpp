// batched: elements in groups of n. Python: itertools.batched.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/inlined.hpp>

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
  using element_type = std::vector<container_element_t<range_value_t<Range>>>;

  batches(all_t<Range> range, std::size_t size, bool strict)
      : range_(std::move(range)), size_(size), strict_(strict) {}

  DEEPYIELD_INLINED batches(batches&&) = default;
  DEEPYIELD_INLINED ~batches() = default;

  DEEPYIELD_INLINED element_type* next() {
    batch_.clear();  // whatever the consumer has left of it
    std::size_t lacking = size_;
    for (; lacking > 0 && range_.advance(); --lacking)
      batch_.push_back(move_or_copy<Range>(*range_));
    if (lacking == size_) return nullptr;
    if (strict_ && lacking > 0)
      throw std::invalid_argument("deepyield: the last group of batched() is incomplete");
    return &batch_;
  }

  element_type* current() noexcept { return &batch_; }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  base_cursor<Range> range_;
  std::size_t size_;
  bool strict_;
  element_type batch_;
};

}  // namespace detail

namespace itertools {

/// Vectors of `n` elements each, the last one of what is left; the elements are copied, or moved
/// out of a range that gives its own. The consumer may move from the vector. Throws
/// std::invalid_argument where n is less than 1, and, if `strict`, from next() where the last one
/// is too short.
///
///   // 2, 2, 1
///   for (auto& batch : itertools::batched(count_up_to(5), 2)) std::cout << batch.size();
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::batches<Range>> batched(Range&& range, detail::size_argument n,
                                                             bool strict = false) {
  const std::size_t size = n.at_least(1, "batched() needs groups");
  return detail::make_lazy_range<detail::batches<Range>>(detail::all(std::forward<Range>(range)),
                                                         size, strict);
}

///   for (auto& batch : count_up_to(5) | itertools::batched(2)) std::cout << batch.size();
inline auto batched(detail::size_argument n, bool strict = false) {
  return detail::make_closure([=](auto&& range) {
    return itertools::batched(std::forward<decltype(range)>(range), n, strict);
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
