// chunked: runs of neighbours that belong together. Python: more_itertools.split_when, with the opposite predicate.
#pragma once

#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Predicate, class Range>
class chunks {
 public:
  using element_type = std::vector<contained<value_t<Range>>>;

  chunks(Predicate together, held_range<Range> range) : together_(std::move(together)), range_(std::move(range)) {}

  DEEPYIELD_INLINED chunks(chunks&&) = default;
  DEEPYIELD_INLINED ~chunks() = default;

  DEEPYIELD_INLINED element_type* next() {
    bool more = range_.go_on();
    chunk_.clear();  // whatever the consumer has left of it
    if (first_) chunk_.push_back(std::move(*first_));
    first_.reset();
    for (; more; more = range_.go_on()) {
      value_t<Range> element(parting<Range>(*range_));
      if (!chunk_.empty() && !together_(chunk_.back(), element)) {
        first_.emplace(std::move(element));
        break;
      }
      chunk_.push_back(std::move(element));
    }
    return chunk_.empty() ? nullptr : &chunk_;
  }

  element_type* current() noexcept { return &chunk_; }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  Predicate together_;
  pulled<Range> range_;
  element_type chunk_;
  late<value_t<Range>> first_;  // of the next chunk
};

}  // namespace detail

namespace itertools {

/// Vectors of elements that follow one another; a new one begins where `together(last, next)` is false. Elements are copied, or moved out of a range that gives its own.
///
///   for (auto& rising : itertools::chunked(std::less<int>(), std::vector<int>{1, 5, 2, 3})) std::cout << rising.size();  // 2, 2
template <class Predicate, class Range>
DEEPYIELD_INLINED lazy_range<detail::chunks<Predicate, Range>> chunked(Predicate together, Range&& range) {
  return detail::lazily<detail::chunks<Predicate, Range>>(std::move(together), detail::hold(std::forward<Range>(range)));
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
