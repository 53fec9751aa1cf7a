// chunk_by: runs of neighbours that belong together. Python: more_itertools.split_when, with the
// opposite predicate.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/optional.hpp>

#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Predicate, class Range>
class chunk_by_cursor : public reading_cursor<Range> {
 public:
  using element_type = std::vector<container_element_t<range_value_t<Range>>>;

  chunk_by_cursor(Predicate together, all_t<Range> range)
      : reading_cursor<Range>(std::move(range)), together_(std::move(together)) {}
  DEEPYIELD_INLINED chunk_by_cursor(chunk_by_cursor&&) = default;
  DEEPYIELD_INLINED ~chunk_by_cursor() = default;

  DEEPYIELD_INLINED element_type* next() {
    bool more = this->base().advance();
    chunk_.clear();  // whatever the consumer has left of it
    if (first_) chunk_.push_back(std::move(*first_));
    first_.reset();
    for (; more; more = this->base().advance()) {
      range_value_t<Range> element(move_or_copy<Range>(*this->base()));
      if (!chunk_.empty() && !together_(chunk_.back(), element)) {
        first_.emplace(std::move(element));
        break;
      }
      chunk_.push_back(std::move(element));
    }
    return chunk_.empty() ? nullptr : &chunk_;
  }
  element_type* current() noexcept { return &chunk_; }

 private:
  Predicate together_;
  element_type chunk_;
  optional<range_value_t<Range>> first_;  // of the next chunk
};

template <class Signature, class Predicate, class Range>
struct chunk_by_check
    : all_checks<call_check<Signature, Predicate, range_value_t<Range>&, range_value_t<Range>&>,
                 condition_check<Predicate, range_value_t<Range>&, range_value_t<Range>&>,
                 kept_elements<Range>> {};

/// How chunk_by() is called.
struct chunk_by_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: chunk_by() takes the predicate of two neighbours, then the range: "
                  "chunk_by(predicate, range).");
    return {};
  }
};

}  // namespace detail

namespace itertools {

/// Vectors of neighbouring elements. A new one begins where `together(last, next)` is false.
/// Elements are copied, or moved out of a range that gives them away, such as a generator<T>.
///
///   // 2, 2
///   for (auto& rising : itertools::chunk_by(std::less<int>(), std::vector<int>{1, 5, 2, 3}))
///     std::cout << rising.size();
///   for (auto& rising : std::vector<int>{1, 5, 2, 3} | itertools::chunk_by(std::less<int>()))
///     use(rising[0]);
constexpr detail::function_first<detail::chunk_by_cursor, detail::chunk_by_signature,
                                 detail::chunk_by_check>
    chunk_by{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
