// product: all ways to take one element of each range. Python: itertools.product.
#pragma once

#include <deepyield/detail/amount.hpp>
#include <deepyield/detail/inlined.hpp>
#include <deepyield/detail/late.hpp>
#include <deepyield/detail/pipe.hpp>
#include <deepyield/detail/ranges.hpp>
#include <deepyield/detail/tuples.hpp>
#include <deepyield/lazy_range.hpp>

#include <array>
#include <cstddef>
#include <deque>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v1 {
namespace detail {

// All elements of one range, and the one that is in turn.
template <class Range>
class pool {
 public:
  explicit pool(held_range<Range> range) : range_(std::move(range)) {}

  // Whether there is any.
  bool fill() {
    for (reader<std::remove_reference_t<Range>> elements(*range_); elements.next();) all_.push_back(parting<Range>(*elements));
    return !all_.empty();
  }
  const value_t<Range>& operator*() const { return all_[at_]; }
  DEEPYIELD_INLINED bool executing() { return execution_of<Range>(*range_); }
  // Whether there is a further one: else it begins anew.
  bool turn() {
    if (++at_ < all_.size()) return true;
    at_ = 0;
    return false;
  }

 private:
  held_range<Range> range_;
  std::deque<contained<value_t<Range>>> all_;  // a vector<bool> would have no references to give
  std::size_t at_ = 0;
};

template <class... Range>
class multiplied {
 public:
  using element_type = std::tuple<const value_t<Range>&...>;

  explicit multiplied(held_range<Range>... ranges) : pools_(std::move(ranges)...) {}

  element_type* next() {
    if (!(begun_ ? turn(std::integral_constant<std::size_t, sizeof...(Range)>()) : fill())) return nullptr;
    return current_.hold([this] { return detail::apply_to_parts([](const auto&... pool) { return element_type(*pool...); }, pools_); });
  }
  DEEPYIELD_INLINED bool executing() { return !begun_ && detail::first_executing(pools_); }

 private:
  bool fill() {
    bool all = true;
    detail::for_each_of(pools_, [&](auto& pool) { all = pool.fill() && all; });
    begun_ = true;
    return all;
  }

  // The last one turns, and where it begins anew the one before it does.
  template <std::size_t Behind>
  bool turn(std::integral_constant<std::size_t, Behind>) {
    return std::get<Behind - 1>(pools_).turn() || turn(std::integral_constant<std::size_t, Behind - 1>());
  }
  bool turn(std::integral_constant<std::size_t, 0>) { return false; }

  std::tuple<pool<Range>...> pools_;
  bool begun_ = false;
  current_element<element_type> current_;
};

template <class Range>
class power {
 public:
  using element_type = const std::vector<value_t<Range>>&;

  power(held_range<Range> range, std::size_t repeat) : range_(std::move(range)), place_(repeat, 0) {}

  const std::vector<value_t<Range>>* next() {
    std::size_t i = place_.size();
    if (!begun_) {
      if (i > 0) pool_ = detail::collect(*range_);  // not read for nothing
      begun_ = true;
      if (i > 0 && pool_.empty()) return nullptr;
      for (; i > 0; --i) chosen_.push_back(pool_[0]);
      return &chosen_;
    }
    for (; i > 0 && ++place_[i - 1] == pool_.size(); --i) {
      place_[i - 1] = 0;
      chosen_[i - 1] = pool_[0];
    }
    if (i == 0) return nullptr;
    chosen_[i - 1] = pool_[place_[i - 1]];
    return &chosen_;
  }
  DEEPYIELD_INLINED bool executing() { return !begun_ && execution_of<Range>(*range_); }

 private:
  held_range<Range> range_;
  bool begun_ = false;
  std::vector<value_t<Range>> pool_, chosen_;
  std::vector<std::size_t> place_;
};

}  // namespace detail

namespace itertools {

/// A tuple of one element of each range, the last range turning fastest. All of them are read before the first tuple; the parts refer to what was read.
///
///   for (auto& pair : itertools::product(count_up_to(2), std::string("ab"))) std::cout << std::get<0>(pair) << std::get<1>(pair);  // 1a, 1b, 2a, 2b
template <class... Range, std::enable_if_t<detail::are_ranges<Range...>::value, int> = 0>
lazy_range<detail::multiplied<Range...>> product(Range&&... ranges) {
  return detail::lazily<detail::multiplied<Range...>>(detail::hold(std::forward<Range>(ranges))...);
}

/// A vector of `repeat` elements of the range, the last one turning fastest. One vector for all of them: copy it to keep it. Throws
/// std::invalid_argument where `repeat` is below 0.
///
///   for (const std::vector<int>& bits : itertools::product(itertools::range(2), 3)) use(bits[0]);  // 000, 001, 010, ...
template <class Range, detail::if_range<Range> = 0>
lazy_range<detail::power<Range>> product(Range&& range, detail::amount repeat) {
  const std::size_t times = repeat.at_least(0, "product() needs a number");
  return detail::lazily<detail::power<Range>>(detail::hold(std::forward<Range>(range)), times);
}

}  // namespace itertools
}  // namespace v1
}  // namespace deepyield
