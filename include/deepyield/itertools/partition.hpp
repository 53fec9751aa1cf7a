// partition: the elements that do not satisfy a predicate, and those that do. Python: itertools'
// recipe of that name.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/base_cursor.hpp>
#include <deepyield/ranges/reentry.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/local_shared_ptr.hpp>
#include <deepyield/utility/optional.hpp>

#include <deque>
#include <memory>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

// State that the two parts share.
template <class Predicate, class Range>
struct partition_state {
  partition_state(Predicate asked, all_t<Range> kept_range)
      : predicate(std::move(asked)), range(std::move(kept_range)) {}

  Predicate predicate;
  base_cursor<Range> range;
  std::deque<container_element_t<range_value_t<Range>>> kept[2];
  bool in_use = false;
};

template <class Predicate, class Range>
class partition_cursor {
 public:
  using element_type = range_value_t<Range>;

  partition_cursor(local_shared_ptr<partition_state<Predicate, Range>> whole, bool wanted)
      : whole_(std::move(whole)), wanted_(wanted) {}
  DEEPYIELD_INLINED partition_cursor(partition_cursor&&) = default;
  DEEPYIELD_INLINED ~partition_cursor() = default;

  DEEPYIELD_INLINED element_type* next() { return advance() ? current() : nullptr; }
  element_type* current() noexcept { return std::addressof(*current_); }
  DEEPYIELD_INLINED bool in_use() const noexcept { return whole_->in_use; }
  DEEPYIELD_INLINED bool executing() { return whole_->in_use || whole_->range.executing(); }

 private:
  DEEPYIELD_INLINED bool advance() {
    partition_state<Predicate, Range>& whole = *whole_;
    const in_use_guard guard(whole.in_use);
    auto& kept = whole.kept[wanted_];
    if (!kept.empty()) {
      current_.emplace(std::move(kept.front()));
      kept.pop_front();
      return true;
    }
    while (whole.range.advance()) {
      auto&& element = *whole.range;
      if (static_cast<bool>(whole.predicate(element)) == wanted_) {
        current_.emplace(move_or_copy<Range>(static_cast<range_reference_t<Range>&&>(element)));
        return true;
      }
      whole.kept[!wanted_].push_back(
          move_or_copy<Range>(static_cast<range_reference_t<Range>&&>(element)));
    }
    return false;
  }

  local_shared_ptr<partition_state<Predicate, Range>> whole_;
  bool wanted_;
  optional<element_type> current_;
};

/// How partition() is called.
struct partition_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(
        Met,
        "deepyield: partition() takes the predicate, then the range: partition(predicate, range).");
    return {};
  }
};
template <class Signature, class Predicate, class Range>
struct part_check : all_checks<predicate_check<Signature, Predicate, Range>, kept_elements<Range>> {
};
template <class... Argument>
struct partition_check : partition_signature {};
template <class Predicate, class Range>
struct partition_check<Predicate, Range>
    : function_first_check<partition_signature, part_check, Predicate, Range> {};

struct partition_function {
  template <class Predicate, class Range, if_accepted<partition_check<Predicate, Range>> = 0,
            class Part = lazy_range<partition_cursor<Predicate, Range>>>
  DEEPYIELD_NODISCARD DEEPYIELD_INLINED std::pair<Part, Part> operator()(Predicate predicate,
                                                                         Range&& range) const {
    const auto whole = local_shared_ptr<partition_state<Predicate, Range>>::make(
        std::move(predicate), detail::all(std::forward<Range>(range)));
    return {detail::make_lazy_range<partition_cursor<Predicate, Range>>(whole, false),
            detail::make_lazy_range<partition_cursor<Predicate, Range>>(whole, true)};
  }
  template <class... Argument, if_refused<partition_check<Argument...>> = 0>
  refused operator()(Argument&&...) const {
    return partition_check<Argument...>::template refuse<false>();
  }
};

}  // namespace detail

namespace itertools {

/// A pair of ranges: the elements for which `predicate(element)` is false, and those for which it
/// is true. Each reads the range as needed, and keeps what belongs to the other: the range is read
/// once. The predicate is called once for each element. Both belong to one thread. Reading one from
/// within the predicate throws already_executing, and changes nothing.
///
///   auto odd_and_even = itertools::partition([](int n) { return n % 2 == 0; }, count_up_to(5));
///   for (int i : odd_and_even.first) use(i);   // 1, 3, 5
///   for (int i : odd_and_even.second) use(i);  // 2, 4
constexpr detail::partition_function partition{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
