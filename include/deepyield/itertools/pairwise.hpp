// pairwise: each element with the one after it. Python: itertools.pairwise.
#pragma once

#include <deepyield/ranges/adaptor.hpp>
#include <deepyield/ranges/value.hpp>
#include <deepyield/utility/optional.hpp>

#include <memory>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

template <class Range>
class pairwise_cursor : public reading_cursor<Range> {
  using value = range_value_t<Range>;
  using pair = std::pair<value, value>;

 public:
  using element_type = const pair&;

  explicit pairwise_cursor(all_t<Range> range) : reading_cursor<Range>(std::move(range)) {}
  DEEPYIELD_INLINED pairwise_cursor(pairwise_cursor&&) = default;
  DEEPYIELD_INLINED ~pairwise_cursor() = default;

  DEEPYIELD_INLINED const pair* next() {
    if (!pair_) {
      if (!this->base().advance()) return nullptr;
      return take_after(value(move_or_copy<Range>(*this->base())));
    }
    if (!this->base().advance()) return nullptr;
    return take(value(std::move((*pair_).second)));
  }
  const pair* current() noexcept { return std::addressof(*pair_); }

 private:
  DEEPYIELD_INLINED const pair* take_after(value&& before) {
    return this->base().advance() ? take(std::move(before)) : nullptr;
  }
  // Makes a new pair, because not every value can be assigned.
  DEEPYIELD_INLINED const pair* take(value&& before) {
    pair_.emplace(std::move(before), move_or_copy<Range>(*this->base()));
    return current();
  }

  optional<pair> pair_;
};

}  // namespace detail

namespace itertools {

/// Pairs of each element and the one after it; nothing if there are fewer than two. Each element is
/// copied once, or moved out of a range that gives it away, such as a generator<T>.
///
///   // 12, 23
///   for (auto& pair : itertools::pairwise(count_up_to(3))) std::cout << pair.first << pair.second;
///   for (auto& pair : count_up_to(3) | itertools::pairwise())
///     std::cout << pair.first << pair.second;
constexpr detail::range_first<detail::adapt<detail::pairwise_cursor, detail::kept_elements>>
    pairwise{};

}  // namespace itertools
}  // namespace v2
}  // namespace deepyield
