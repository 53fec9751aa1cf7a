// cycle: a range again and again. Python: itertools.cycle.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/unique_ptr.hpp>

#include <boost/config.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range>
class cycle_cursor : public reading_cursor<Range> {
 public:
  using element_type = const range_value_t<Range>&;

  explicit cycle_cursor(all_t<Range> range)
      : reading_cursor<Range>(std::move(range)), seen_(unique_ptr<std::vector<seen>>::make()) {}
  DEEPYIELD_INLINED cycle_cursor(cycle_cursor&&) = default;
  DEEPYIELD_INLINED ~cycle_cursor() = default;

  DEEPYIELD_INLINED const range_value_t<Range>* next() {
    if (BOOST_UNLIKELY(!last_)) {
      if (this->base().advance()) {
        seen_->push_back({move_or_copy<Range>(*this->base())});
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

 private:
  struct seen {
    // a vector<bool> would have no references to give
    container_element_t<range_value_t<Range>> value;
  };

  unique_ptr<std::vector<seen>> seen_;
  const seen* at_ = nullptr;
  const seen* last_ = nullptr;  // once all are seen
};

}  // namespace detail

namespace itertools {

/// The elements of the range, then copies of them again and again, without an end. Nothing if the
/// range is empty.
///
///   // 1, 2, 1, 2, 1
///   for (int i : itertools::cycle(count_up_to(2)) | itertools::islice(5)) use(i);
///   for (int i : count_up_to(2) | itertools::cycle() | itertools::islice(5)) use(i);
constexpr detail::range_first<detail::adapt<detail::cycle_cursor, detail::kept_elements>> cycle{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
