// product: all ways to take one element of each range. Python: itertools.product.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/cursor.hpp>
#include <deepyield/ranges/own_ranges.hpp>
#include <deepyield/ranges/pool_cursor.hpp>
#include <deepyield/ranges/reentry.hpp>
#include <deepyield/ranges/size_argument.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/apply.hpp>

#include <array>
#include <cstddef>
#include <deque>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {

// All elements of one range, and which of them is current.
template <class Range>
class product_pool {
 public:
  explicit product_pool(all_t<Range> range) : range_(std::move(range)) {}

  // Reads the range. Returns whether it has any element.
  bool fill() {
    for (cursor<std::remove_reference_t<Range>> elements(*range_); elements.next();)
      all_.push_back(move_or_copy<Range>(*elements));
    return !all_.empty();
  }
  const range_value_t<Range>& operator*() const { return all_[at_]; }
  DEEPYIELD_INLINED bool executing() { return is_executing<Range>(*range_); }
  // Goes to the next element. Returns false if there is none, and starts again at the first.
  bool turn() {
    if (++at_ < all_.size()) return true;
    at_ = 0;
    return false;
  }

 private:
  all_t<Range> range_;
  // a vector<bool> would have no references to give
  std::deque<container_element_t<range_value_t<Range>>> all_;
  std::size_t at_ = 0;
};

template <class... Range>
class product_cursor : public making_cursor<std::tuple<const range_value_t<Range>&...>> {
  using tuple = std::tuple<const range_value_t<Range>&...>;

 public:
  explicit product_cursor(all_t<Range>... ranges) : pools_(std::move(ranges)...) {}

  tuple* next() {
    if (!(begun_ ? turn(std::integral_constant<std::size_t, sizeof...(Range)>()) : fill()))
      return nullptr;
    return this->make_current([this] {
      return detail::apply([](const auto&... pool) { return tuple(*pool...); }, pools_);
    });
  }
  DEEPYIELD_INLINED bool executing() { return !begun_ && detail::first_executing(pools_); }

 private:
  bool fill() {
    bool filled = true;
    const auto fill_in_order = [&](auto&... pool) {
      const int each[] = {0, (filled = pool.fill() && filled, 0)...};
      (void)each;
    };
    detail::apply(fill_in_order, pools_);
    begun_ = true;
    return filled;
  }

  // Advances the last pool; if that starts again, also the one before it, and so on.
  template <std::size_t Behind>
  bool turn(std::integral_constant<std::size_t, Behind>) {
    return std::get<Behind - 1>(pools_).turn() ||
           turn(std::integral_constant<std::size_t, Behind - 1>());
  }
  bool turn(std::integral_constant<std::size_t, 0>) { return false; }

  std::tuple<product_pool<Range>...> pools_;
  bool begun_ = false;
};

template <class Range>
class power_cursor : public pool_cursor<Range> {
 public:
  power_cursor(all_t<Range> range, std::size_t repeat)
      : pool_cursor<Range>(std::move(range)), place_(repeat, 0) {}

  const std::vector<range_value_t<Range>>* next() {
    std::size_t i = place_.size();
    if (this->begin(i > 0)) {  // does not read the range for a number of 0
      if (i > 0 && this->pool().empty()) return nullptr;
      for (; i > 0; --i) chosen_.push_back(this->pool()[0]);
      return &chosen_;
    }
    for (; i > 0 && ++place_[i - 1] == this->pool().size(); --i) {
      place_[i - 1] = 0;
      chosen_[i - 1] = this->pool()[0];
    }
    if (i == 0) return nullptr;
    chosen_[i - 1] = this->pool()[place_[i - 1]];
    return &chosen_;
  }

 private:
  std::vector<range_value_t<Range>> chosen_;
  std::vector<std::size_t> place_;
};

/// How product() is called.
struct product_signature : refusal {
  template <bool Met>
  static refused refuse() {
    static_assert(Met,
                  "deepyield: product() takes ranges, or one range and a whole number: "
                  "product(ranges...), product(range, repeat).");
    return {};
  }
};
template <class... Argument>
struct product_check : kept_elements_check<Argument...> {};
template <class Range, class Other>
struct product_check<Range, Other>
    : std::conditional_t<is_range<Other>::value || !is_number<std::decay_t<Other>>::value,
                         std::conditional_t<is_number<std::decay_t<Range>>::value,
                                            product_signature, kept_elements_check<Range, Other>>,
                         all_checks<range_check<Range>, copied_elements<Range>>> {};

struct product_function {
  template <class... Range, std::enable_if_t<are_ranges<Range...>::value, int> = 0,
            if_accepted<product_check<Range...>> = 0>
  lazy_range<product_cursor<Range...>> operator()(Range&&... ranges) const {
    return detail::make_lazy_range<product_cursor<Range...>>(
        detail::all(std::forward<Range>(ranges))...);
  }
  template <class Range, if_range<Range> = 0>
  lazy_range<power_cursor<Range>> operator()(Range&& range, size_argument repeat) const {
    const std::size_t times = repeat.at_least(0, "product() needs a number");
    return detail::make_lazy_range<power_cursor<Range>>(detail::all(std::forward<Range>(range)),
                                                        times);
  }
  template <class... Argument, if_refused<product_check<Argument...>> = 0>
  refused operator()(Argument&&...) const {
    return product_check<Argument...>::template refuse<false>();
  }
};

}  // namespace detail

namespace itertools {

/// Tuples of one element of each range; the last range changes fastest. All ranges are read before
/// the first tuple, which refers to what was read.
///
///   // 1a, 1b, 2a, 2b
///   for (auto& pair : itertools::product(count_up_to(2), std::string("ab")))
///     std::cout << std::get<0>(pair) << std::get<1>(pair);
///
/// With one range and a number, vectors of that many elements of the range; the last one changes
/// fastest. All are given in the same vector: copy it to keep it. Throws std::invalid_argument if
/// the number is below 0.
///
///   // 000, 001, 010, ...
///   for (const std::vector<int>& bits : itertools::product(itertools::range(2), 3)) use(bits[0]);
constexpr detail::product_function product{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
