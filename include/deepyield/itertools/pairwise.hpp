// pairwise: each element with the one after it. Python: itertools.pairwise.
#pragma once

#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/pulled.hpp>
#include <deepyield/lazy_range.hpp>

#include <boost/config.hpp>

#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

template <class Range>
class pairs {
  using value = value_t<Range>;

 public:
  using element_type = std::pair<const value&, const value&>;

  explicit pairs(held_range<Range> range) : range_(std::move(range)) {}

  pairs(pairs&&) = default;
  BOOST_FORCEINLINE ~pairs() = default;

  BOOST_FORCEINLINE element_type* next() {
    if (!begun_ && !take()) return nullptr;
    begun_ = true;
    if (!take()) return nullptr;
    return current_.hold([this] { return element_type(*last_two_[newer_ ^ 1u], *last_two_[newer_]); });
  }

  element_type* current() noexcept { return current_.get(); }

 private:
  bool take() {
    if (!range_.go_on()) return false;
    newer_ ^= 1u;
    last_two_[newer_].emplace(parting<Range>(*range_));
    return true;
  }

  pulled<Range> range_;
  late<value> last_two_[2];
  unsigned newer_ = 0;
  bool begun_ = false;
  current_element<element_type> current_;
};

}  // namespace detail

namespace itertools {

/// Pairs of each element and the one after it; nothing where there are fewer than two. The elements are copied once each.
///
///   for (auto& pair : itertools::pairwise(count_up_to(3))) std::cout << pair.first << pair.second;  // 12, 23
template <class Range>
lazy_range<detail::pairs<Range>> pairwise(Range&& range) {
  return detail::lazily<detail::pairs<Range>>(detail::hold(std::forward<Range>(range)));
}

///   for (auto& pair : count_up_to(3) | itertools::pairwise()) std::cout << pair.first << pair.second;
inline auto pairwise() {
  return detail::awaiting_range([](auto&& range) { return itertools::pairwise(std::forward<decltype(range)>(range)); });
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
