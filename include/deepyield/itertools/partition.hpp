// partition: the elements that do not satisfy a predicate, and those that do. Python: itertools' recipe of that name.
#pragma once

#include <deepyield/detail/in_use.hpp>
#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/shared.hpp>
#include <deepyield/lazy_range.hpp>

#include <deque>
#include <memory>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

// What both parts of one range share.
template <class Predicate, class Range>
struct partition_state {
  partition_state(Predicate asked, held_range<Range> held) : predicate(std::move(asked)), range(std::move(held)) {}

  Predicate predicate;
  pulled<Range> range;
  std::deque<contained<value_t<Range>>> kept[2];
  bool in_use = false;
};

template <class Predicate, class Range>
class part_of {
 public:
  using element_type = value_t<Range>;

  part_of(shared<partition_state<Predicate, Range>> whole, bool wanted) : whole_(std::move(whole)), wanted_(wanted) {}

  DEEPYIELD_INLINED part_of(part_of&&) = default;
  DEEPYIELD_INLINED ~part_of() = default;

  DEEPYIELD_INLINED element_type* next() { return go_on() ? current() : nullptr; }
  element_type* current() noexcept { return std::addressof(*current_); }
  DEEPYIELD_INLINED bool in_use() const noexcept { return whole_->in_use; }
  DEEPYIELD_INLINED bool executing() { return whole_->in_use || whole_->range.executing(); }

 private:
  DEEPYIELD_INLINED bool go_on() {
    partition_state<Predicate, Range>& whole = *whole_;
    const use alone(whole.in_use);
    auto& kept = whole.kept[wanted_];
    if (!kept.empty()) {
      current_.emplace(std::move(kept.front()));
      kept.pop_front();
      return true;
    }
    while (whole.range.go_on()) {
      auto&& element = *whole.range;
      if (static_cast<bool>(whole.predicate(element)) == wanted_) {
        current_.emplace(parting<Range>(static_cast<reference_t<Range>&&>(element)));
        return true;
      }
      whole.kept[!wanted_].push_back(parting<Range>(static_cast<reference_t<Range>&&>(element)));
    }
    return false;
  }

  shared<partition_state<Predicate, Range>> whole_;
  bool wanted_;
  late<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// A pair of ranges: of the elements for which `predicate(element)` is false, and of those for which it is true. The range is read once, by either; what belongs to the
/// other is kept for it. The predicate is asked once for each element. Both belong to one thread. Asked
/// from within the predicate, each throws already_executing and goes on unharmed.
///
///   auto odd_and_even = itertools::partition([](int n) { return n % 2 == 0; }, count_up_to(5));
///   for (int i : odd_and_even.first) use(i);   // 1, 3, 5
///   for (int i : odd_and_even.second) use(i);  // 2, 4
template <class Predicate, class Range, class Part = lazy_range<detail::part_of<Predicate, Range>>>
DEEPYIELD_NODISCARD DEEPYIELD_INLINED std::pair<Part, Part> partition(Predicate predicate, Range&& range) {
  const auto whole = detail::shared<detail::partition_state<Predicate, Range>>::make(std::move(predicate), detail::hold(std::forward<Range>(range)));
  return {detail::lazily<detail::part_of<Predicate, Range>>(whole, false), detail::lazily<detail::part_of<Predicate, Range>>(whole, true)};
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
