// chain: ranges one after the other. Python: itertools.chain, itertools.chain.from_iterable.
#pragma once

#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/detail/side_by_side.hpp>
#include <deepyield/lazy_range.hpp>

#include <boost/config.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class... Range>
class chained {
 public:
  using element_type = common_reference_of<Range...>;

  explicit chained(held_range<Range>... ranges) : ranges_(std::move(ranges)...) {}

  BOOST_FORCEINLINE chained(chained&&) = default;
  BOOST_FORCEINLINE ~chained() = default;

  BOOST_FORCEINLINE std::remove_reference_t<element_type>* next() { return ranges_.next(at_); }
  std::remove_reference_t<element_type>* current() noexcept { return ranges_.current(at_); }

 private:
  side_by_side<pulled<Range, element_type>...> ranges_;
  std::size_t at_ = 0;  // the index of the range that is read
};

template <class Ranges>
class chained_from {
  using range_type = std::remove_reference_t<reference_t<Ranges>>;

 public:
  using element_type = reference_t<range_type>;

  explicit chained_from(held_range<Ranges> ranges) : state_(std::make_unique<state>(std::move(ranges))) {}

  BOOST_FORCEINLINE std::remove_reference_t<element_type>* next() {
    for (;;) {
      auto& elements = state_->elements;
      if (elements) {
        if ((*elements).next()) return current_.hold([&]() -> element_type { return **elements; });
        elements.reset();
      }
      range_type* const range = state_->ranges.next();
      if (!range) return nullptr;
      elements.emplace(*range);
    }
  }

 private:
  // Refers to itself where the ranges are given by value.
  struct state {
    explicit state(held_range<Ranges> held) : ranges(std::move(held)) {}
    pulled<Ranges> ranges;
    late<reader<range_type>> elements;
  };

  std::unique_ptr<state> state_;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// All elements of the first range, then of the second, and so on. They are handed on as the ranges give them if all give the same; else their
/// common type by value.
///
///   for (int i : itertools::chain(count_up_to(2), std::vector<int>{7, 8})) use(i);  // 1, 2, 7, 8
template <class... Range>
BOOST_FORCEINLINE lazy_range<detail::chained<Range...>> chain(Range&&... ranges) {
  return detail::lazily<detail::chained<Range...>>(detail::hold(std::forward<Range>(ranges))...);
}

/// The same for a range of ranges, which may be endless. A chain of ten million empty ones is no deeper than one.
///
///   for (int i : itertools::chain_from_iterable(std::vector<std::vector<int>>{{1}, {}, {2, 3}})) use(i);  // 1, 2, 3
template <class Ranges>
lazy_range<detail::chained_from<Ranges>> chain_from_iterable(Ranges&& ranges) {
  return detail::lazily<detail::chained_from<Ranges>>(detail::hold(std::forward<Ranges>(ranges)));
}

///   for (int i : std::vector<std::vector<int>>{{1}, {2}} | itertools::chain_from_iterable()) use(i);
inline auto chain_from_iterable() {
  return detail::awaiting_range([](auto&& ranges) { return itertools::chain_from_iterable(std::forward<decltype(ranges)>(ranges)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
