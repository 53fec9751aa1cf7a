// chunked: runs of neighbours that belong together. Python: more_itertools.split_when, with the
// opposite predicate.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/optional.hpp>

#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Predicate, class Range>
class chunks {
 public:
  using element_type = std::vector<container_element_t<range_value_t<Range>>>;

  chunks(Predicate together, all_t<Range> range)
      : together_(std::move(together)), range_(std::move(range)) {}

  DEEPYIELD_INLINED chunks(chunks&&) = default;
  DEEPYIELD_INLINED ~chunks() = default;

  DEEPYIELD_INLINED element_type* next() {
    bool more = range_.advance();
    chunk_.clear();  // whatever the consumer has left of it
    if (first_) chunk_.push_back(std::move(*first_));
    first_.reset();
    for (; more; more = range_.advance()) {
      range_value_t<Range> element(move_or_copy<Range>(*range_));
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
  base_cursor<Range> range_;
  element_type chunk_;
  optional<range_value_t<Range>> first_;  // of the next chunk
};

}  // namespace detail

namespace itertools {

/// Vectors of elements that follow one another; a new one begins where `together(last, next)` is
/// false. Elements are copied, or moved out of a range that gives its own.
///
///   // 2, 2
///   for (auto& rising : itertools::chunked(std::less<int>(), std::vector<int>{1, 5, 2, 3}))
///     std::cout << rising.size();
template <class Predicate, class Range>
DEEPYIELD_INLINED lazy_range<detail::chunks<Predicate, Range>> chunked(Predicate together,
                                                                       Range&& range) {
  return detail::make_lazy_range<detail::chunks<Predicate, Range>>(
      std::move(together), detail::all(std::forward<Range>(range)));
}

///   for (auto& rising : std::vector<int>{1, 5, 2, 3} | itertools::chunked(std::less<int>()))
///     use(rising[0]);
template <class Predicate>
auto chunked(Predicate together) {
  return detail::make_closure([together = std::move(together)](auto&& range) mutable {
    return itertools::chunked(std::move(together), std::forward<decltype(range)>(range));
  });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
