// cycle: a range again and again. Python: itertools.cycle.
#pragma once

#include <deepyield/lazy_range.hpp>
#include <deepyield/ranges/access.hpp>
#include <deepyield/ranges/adaptor_closure.hpp>
#include <deepyield/ranges/all.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/inlined.hpp>
#include <deepyield/utility/unique_ptr.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class cycled {
 public:
  using element_type = const range_value_t<Range>&;

  explicit cycled(all_t<Range> range)
      : range_(std::move(range)), seen_(detail::make_unique<std::vector<seen>>()) {}

  DEEPYIELD_INLINED cycled(cycled&&) = default;
  DEEPYIELD_INLINED ~cycled() = default;

  DEEPYIELD_INLINED const range_value_t<Range>* next() {
    if (!last_) {
      if (range_.advance()) {
        seen_->push_back({move_or_copy<Range>(*range_)});
        at_ = std::addressof(seen_->back());
        return current();
      }
      if (seen_->empty()) return nullptr;
      at_ = last_ = std::addressof(seen_->back());
    }
    if (at_++ == last_) at_ = seen_->data();
    return current();
  }
  const range_value_t<Range>* current() const noexcept { return std::addressof(at_->value); }
  DEEPYIELD_INLINED bool executing() { return range_.executing(); }

 private:
  struct seen {
    // a vector<bool> would have no references to give
    container_element_t<range_value_t<Range>> value;
  };

  base_cursor<Range> range_;
  unique_ptr<std::vector<seen>> seen_;
  const seen* at_ = nullptr;
  const seen* last_ = nullptr;  // once all are seen
};

}  // namespace detail

namespace itertools {

/// The elements of the range, and then the same again, from copies, without an end; of an empty
/// range nothing.
///
///   // 1, 2, 1, 2, 1
///   for (int i : itertools::cycle(count_up_to(2)) | itertools::islice(5)) use(i);
template <class Range, detail::if_range<Range> = 0>
DEEPYIELD_INLINED lazy_range<detail::cycled<Range>> cycle(Range&& range) {
  return detail::make_lazy_range<detail::cycled<Range>>(detail::all(std::forward<Range>(range)));
}

///   for (int i : count_up_to(2) | itertools::cycle() | itertools::islice(5)) use(i);
inline auto cycle() {
  return detail::make_closure(
      [](auto&& range) { return itertools::cycle(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
